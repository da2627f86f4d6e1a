import Foundation
import ReportStandard
import Testing

@Suite("A code is a path")
struct IndicatorCodeTests {
    @Test("a code is split at its dots and joined again")
    func splitting() {
        let code = IndicatorCode("requests.refused.state_secret.total")
        #expect(code.path == ["requests", "refused", "state_secret", "total"])
        #expect(code.description == "requests.refused.state_secret.total")
        #expect(code == IndicatorCode(path: ["requests", "refused", "state_secret", "total"]))
    }

    @Test(
        "its table is its first part",
        arguments: [
            ("requests.new.total", "requests"), ("proactive.regulations.issued", "proactive"),
            ("proceedings", "proceedings"),
            ("", ""),
        ])
    func table(text: String, table: String) {
        #expect(IndicatorCode(text).table == table)
    }

    @Test("codes are ordered part by part, not letter by letter")
    func order() {
        // As text `a-b.c` stands before `a.b`, for the hyphen stands before the dot.
        #expect(IndicatorCode("a.b") < IndicatorCode("a-b.c"))
        #expect(IndicatorCode("requests.new") < IndicatorCode("requests.new.total"))
        #expect(!(IndicatorCode("requests.new") < IndicatorCode("requests.new")))
    }

    @Test("a code is a string in JSON")
    func coding() throws {
        let code = IndicatorCode("requests.new.total")
        let json = try JSONEncoder().encode([code])
        #expect(String(decoding: json, as: UTF8.self) == #"["requests.new.total"]"#)
        #expect(try JSONDecoder().decode([IndicatorCode].self, from: json) == [code])
    }
}
