import DocumentModel
import Foundation
import ReportStandard
import Testing

@Suite("A figure in JSON")
struct FigureCodingTests {
    private func json(_ figure: Figure) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(figure), as: UTF8.self)
    }

    @Test("value and printed are written as null where there is none, the rest is left out")
    func missing() throws {
        #expect(try json(Figure(status: .missing)) == #"{"printed":null,"status":"missing","value":null}"#)
    }

    @Test("every member is written under its own name")
    func complete() throws {
        let figure = Figure(
            value: 3, status: .recovered, printed: "", unit: "件", page: 2,
            box: Box(x0: 1, y0: 2.5, x1: 30.126, y1: 40), evidence: ["requests.balance.total"])
        #expect(
            try json(figure)
                == #"{"box":[1,2.5,30.13,40],"evidence":["requests.balance.total"],"page":2,"printed":"","status":"recovered","#
                + #""unit":"件","value":3}"#)
    }

    @Test("a figure read from a sentence says so")
    func prose() throws {
        let figure = Figure(value: 3, status: .printed, printed: "公开3条", source: .prose)
        let written = #"{"printed":"公开3条","source":"prose","status":"printed","value":3}"#
        #expect(try json(figure) == written)
        #expect(try JSONDecoder().decode(Figure.self, from: Data(written.utf8)) == figure)
    }

    @Test(
        "a number is written and read with the digits that were printed",
        arguments: ["149.673874", "11398889", "59237.2449", "0", "-8", "0.1", "123456789012345678.123456"])
    func decimals(text: String) throws {
        let value = try #require(Decimal(string: text))
        let written = try json(Figure(value: value, status: .printed, printed: text))
        #expect(written == #"{"printed":"\#(text)","status":"printed","value":\#(text)}"#)
        #expect(try JSONDecoder().decode(Figure.self, from: Data(written.utf8)).value == value)
    }

    @Test("a figure without value and printed text is read as one with null")
    func lenient() throws {
        let figure = try JSONDecoder().decode(Figure.self, from: Data(#"{"status":"blank"}"#.utf8))
        #expect(figure == Figure(status: .blank))
    }

    @Test("an unknown status is refused")
    func unknownStatus() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Figure.self, from: Data(#"{"status":"guessed","value":1}"#.utf8))
        }
    }

    @Test("the statuses have their stable names")
    func statuses() {
        #expect(
            Figure.Status.allCases.map(\.rawValue) == [
                "printed", "blank", "recovered", "suspect", "missing", "reviewed",
            ])
    }
}
