import Foundation
import Testing

@testable import ReportStandard

@Suite("What speaks against figures")
struct DoubtTests {
    @Test("each doubt is told in both languages, in words of its own")
    func wordings() {
        for language in Language.allCases {
            let words = Doubt.allCases.map { $0.wording[language] }
            #expect(Set(words).count == words.count)
            #expect(!words.contains(""))
        }
    }

    @Test("the schema names every doubt, and no other")
    func schema() throws {
        let text = ReportSchema.text
        let start = try #require(text.range(of: "\"doubts\""))
        let list = try #require(text[start.upperBound...].range(of: "\"enum\""))
        let names = text[list.upperBound...].prefix { $0 != "]" }.split(separator: "\"").filter {
            $0.allSatisfy { $0.isLowercase || $0 == "_" }
        }
        #expect(names.map(String.init) == Doubt.allCases.map(\.rawValue))
    }

    @Test("a figure's doubts are written where it has any, and read again")
    func coding() throws {
        let figure = Figure(value: 8, status: .suspect, printed: "08", doubts: [.leadingZero])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(figure)
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"{"doubts":["leading_zero"],"printed":"08","status":"suspect","value":8}"#)
        #expect(try JSONDecoder().decode(Figure.self, from: data) == figure)
        #expect(!String(decoding: try encoder.encode(Figure(status: .missing)), as: UTF8.self).contains("doubts"))
    }
}
