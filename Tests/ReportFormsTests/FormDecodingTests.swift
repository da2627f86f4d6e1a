import Foundation
import ReportForms
import Testing

@Suite("A form from its data file")
struct FormDecodingTests {
    private static let smallest = """
        {
          "form": "2030", "title": "表", "source": "文", "sections": [{"number": 1, "label": "总体情况"}],
          "tables": [
            {
              "id": "requests", "label": "申请",
              "blocks": [{"columns": [{"key": "total", "label": "总计"}], "rows": [{"key": "new", "label": "新收"}]}]
            }
          ],
          "checks": []
        }
        """

    private func decoding(_ json: String) throws -> Form { try FormLibrary.decode(Array(json.utf8)) }

    private func problem(_ json: String) throws -> DecodingError {
        try #require(#expect(throws: DecodingError.self) { try decoding(json) })
    }

    @Test("a small form has its figures")
    func small() throws {
        let form = try decoding(Self.smallest)
        #expect(form.indicators.map(\.code.description) == ["requests.new.total"])
        #expect(form.indicators.first?.rowLabels == ["新收"])
        #expect(form.indicators.first?.unit == nil)
    }

    @Test("a library puts the newest form first")
    func library() throws {
        let forms = try FormLibrary.builtIn().forms + [decoding(Self.smallest)]
        #expect(try FormLibrary(forms: forms).forms.map(\.form) == ["2030", "2021", "2019", "2014", "2008"])
    }

    @Test(
        "a missing member is named, with the place where it is missing",
        arguments: [
            (#""title": "表", "#, "title", ""),
            (#""id": "requests", "#, "id", "tables.0"),
            (#", "label": "新收""#, "label", "tables.0.blocks.0.rows.0"),
            (#""columns": [{"key": "total", "label": "总计"}], "#, "columns", "tables.0.blocks.0"),
        ])
    func missing(part: String, member: String, place: String) throws {
        let json = Self.smallest.replacingOccurrences(of: part, with: "")
        try #require(json != Self.smallest)
        guard case .keyNotFound(let key, let context) = try problem(json) else {
            Issue.record("another error")
            return
        }
        #expect(key.stringValue == member)
        #expect(
            context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") == place)
    }

    @Test("a value of another type is named with its place")
    func wrongType() throws {
        let json = Self.smallest.replacingOccurrences(of: #""number": 1"#, with: #""number": "一""#)
        guard case .typeMismatch(_, let context) = try problem(json) else {
            Issue.record("another error")
            return
        }
        #expect(context.codingPath.last?.stringValue == "number")
    }

    @Test("a scope that no check has is named")
    func wrongScope() throws {
        let json = Self.smallest.replacingOccurrences(
            of: #""checks": []"#,
            with:
                #""checks": [{"id": "a", "table": "requests", "over": "pages", "left": ["new.{}"], "right": ["old.{}"]}]"#
        )
        let error = try problem(json)
        #expect("\(error)".contains("pages"))
        #expect("\(error)".contains("over"))
    }

    @Test("text that is no JSON is refused", arguments: ["", "form: 2021", "{"])
    func notJSON(text: String) {
        #expect(throws: DecodingError.self) { try decoding(text) }
    }
}
