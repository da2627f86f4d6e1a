import DocumentModel
import Foundation
import ReportStandard
import Testing

@Suite("A report in JSON")
struct ReportCodingTests {
    /// With a figure at every depth that codes have, and with every member filled.
    private static let report = Report(
        source: Source(
            file: "纸鸢县/报告.pdf", sha256: String(repeating: "0a", count: 32), kind: .pdf, pages: 6, document: 2),
        agency: Agency(name: "纸鸢县人民政府", page: 1, box: Box(x0: 10, y0: 20, x1: 300, y1: 40)),
        publisher: Agency(name: "纸鸢县人民政府办公室", page: 1),
        year: 2023,
        period: Period(from: "2023-01-01", to: "2023-12-31"),
        form: "2021",
        preamble: ["根据条例编制本报告。"],
        sections: [
            Section(
                number: 1, title: "总体情况", page: 1, paragraphs: ["第一段"],
                sections: [Section(number: 1, title: "主动公开", page: 1, paragraphs: ["第二段"])])
        ],
        figures: [
            entry(
                "proactive.administrative_fees.amount",
                Figure(value: 149.673874.exact, status: .printed, printed: "149.673874")),
            entry("proceedings.litigation_direct.total", Figure(status: .blank, printed: "-", page: 4)),
            entry("requests.handled_total.total", Figure(value: 11_398_889, status: .printed, printed: "11398889")),
            entry(
                "requests.new.total",
                Figure(value: 7, status: .recovered, printed: "", page: 2, evidence: ["requests.balance.total"])),
            entry(
                "requests.refused.state_secret.total",
                Figure(status: .suspect, printed: "0/0", evidence: ["not one number"])),
            entry("requests.refused.third_party_rights.total", Figure(status: .missing)),
        ],
        checks: [Check(id: "requests.balance.total", left: 8, right: 7.5)],
        findings: [
            Finding(
                .checkFailed, code: "requests.balance.total", left: 8, right: 7.5, page: 2,
                box: Box(x0: 1, y0: 2, x1: 3, y1: 4)),
            Finding(.rowMissing, severity: .note, [.row: "三、本年度办理结果/（七）总计"], code: "requests.handled_total"),
        ])

    private static func entry(_ code: String, _ figure: Figure) -> Report.Entry {
        Report.Entry(code: IndicatorCode(code), figure: figure)
    }

    private func json(_ report: Report) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(report)
    }

    private func object(_ report: Report) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: json(report)) as? [String: Any])
    }

    @Test("a report comes back as it was")
    func roundTrip() throws {
        #expect(try JSONDecoder().decode(Report.self, from: json(Self.report)) == Self.report)
    }

    @Test("a report without anything in it comes back, with null for what is not known")
    func emptyReport() throws {
        let report = Report(source: Source(file: "-", sha256: "", kind: .text))
        #expect(
            String(decoding: try json(report), as: UTF8.self)
                == #"{"agency":null,"checks":[],"findings":[],"form":null,"period":null,"schema":"nianbao/1","sections":[],"#
                + #""source":{"document":1,"file":"-","kind":"text","sha256":""},"year":null}"#)
        #expect(try JSONDecoder().decode(Report.self, from: json(report)) == report)
    }

    @Test("the figure of a code stands at the path that the code is")
    func paths() throws {
        let json = try object(Self.report)
        func number(_ path: String...) -> Any? {
            path.reduce(json as Any?) { ($0 as? [String: Any])?[$1] }
        }
        #expect(number("requests", "new", "total", "value") as? Int == 7)
        #expect(number("requests", "refused", "state_secret", "total", "status") as? String == "suspect")
        #expect(number("requests", "refused", "state_secret", "total", "value") is NSNull)
        #expect(number("requests", "refused", "third_party_rights", "total", "printed") is NSNull)
        #expect(number("proceedings", "litigation_direct", "total", "printed") as? String == "-")
    }

    @Test("the model's version is the first thing a reader can check")
    func schema() throws {
        #expect(Report.schema == "nianbao/1")
        #expect(try object(Self.report)["schema"] as? String == "nianbao/1")
    }

    @Test(
        "another schema is refused, and the error says which it is",
        arguments: [
            (#"{"schema":"nianbao/2","source":{}}"#, "schema is nianbao/2, not nianbao/1"),
            (#"{"source":{}}"#, "schema is absent, not nianbao/1"),
        ])
    func otherSchema(json: String, message: String) throws {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Report.self, from: Data(json.utf8))
        }
        guard case .dataCorrupted(let context) = try #require(error) else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(context.debugDescription == message)
    }

    @Test("a report without a source is refused")
    func noSource() throws {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Report.self, from: Data(#"{"schema":"nianbao/1"}"#.utf8))
        }
        guard case .keyNotFound(let key, _) = try #require(error) else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(key.stringValue == "source")
    }

    @Test("the same report gives the same bytes")
    func determinism() throws {
        #expect(try json(Self.report) == json(Self.report))
    }

    @Test("a check says whether it holds")
    func checks() throws {
        #expect(Check(id: "a", left: 2, right: 2).holds)
        #expect(!Check(id: "a", left: 2, right: 2.5).holds)
        let coded = try JSONEncoder().encode(Check(id: "a", left: 2, right: 3))
        let object = try #require(try JSONSerialization.jsonObject(with: coded) as? [String: Any])
        #expect(object["holds"] as? Bool == false)
        #expect(object["left"] as? Int == 2)
        #expect(object["right"] as? Int == 3)
    }
}

extension Double {
    /// The decimal that is written like this number: a literal of a `Decimal` goes through binary.
    fileprivate var exact: Decimal { Decimal(string: "\(self)") ?? .nan }
}
