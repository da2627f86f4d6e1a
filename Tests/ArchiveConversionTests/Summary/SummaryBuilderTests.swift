import ReportForms
import ReportStandard
import Testing

@testable import ArchiveConversion

@Suite("The summary of a run")
struct SummaryBuilderTests {
    private let forms: FormLibrary

    init() throws { forms = try FormLibrary.builtIn() }

    private func summary(_ inputs: [LoadedInput]) -> ArchiveSummary {
        var builder = SummaryBuilder(forms: forms)
        for input in inputs { builder.add(input) }
        return builder.finished()
    }

    private func finding(_ kind: Finding.Kind, _ severity: Finding.Severity, code: String) -> LocatedFinding {
        LocatedFinding(report: ReportIdentity(Made.report()), finding: Finding(kind, severity: severity, code: code))
    }

    @Test("reports are counted by year, form and level: the newest year first, then from the province down")
    func groups() {
        let reports: [(Int?, String?, Agency.Level?)] = [
            (2022, "2021", .county), (2023, "2019", nil), (2023, "2021", nil), (2023, "2021", .province),
            (nil, nil, nil),
            (2023, "2021", .province),
        ]
        let summary = summary([
            Made.input("a.pdf", .reports(reports.map { Made.report(level: $0.2, year: $0.0, form: $0.1) }))
        ])
        #expect(summary.groups.map(\.year) == [2023, 2023, 2023, 2022, nil])
        #expect(summary.groups.map(\.form) == ["2021", "2021", "2019", "2021", nil])
        #expect(summary.groups.map(\.level) == [.province, nil, nil, .county, nil])
        #expect(summary.groups.map(\.documents) == [2, 1, 1, 1, 1])
    }

    @Test("figures are counted by status, and checks by whether they hold")
    func figures() throws {
        let statuses: [Figure.Status] = [.printed, .printed, .recovered, .blank, .suspect, .missing]
        var report = Made.report(
            figures: Dictionary(uniqueKeysWithValues: statuses.enumerated().map { ("t.\($0)", Figure(status: $1)) }))
        report.checks = [Check(id: "a", left: 1, right: 1), Check(id: "b", left: 1, right: 2)]
        let group = try #require(summary([Made.input("a.pdf", .reports([report]))]).groups.first)
        #expect([group.printed, group.recovered, group.blank, group.suspect, group.missing] == [2, 1, 1, 1, 1])
        #expect(group.checks == 2 && group.checksFailed == 1)
        #expect(group.completeness == 4.0 / 6)
    }

    @Test("files that give nothing are counted by cause and named; duplicates are counted")
    func others() {
        let summary = summary([
            Made.input("a.pdf", .failed(name: "exit", detail: "x")), Made.input("b.pdf", .duplicate(of: "a.pdf")),
            Made.input("c.pdf", .failed(name: "unreadable", detail: "y")),
            Made.input("d.pdf", .failed(name: "exit", detail: "z")),
        ])
        #expect(summary.failures == ["exit": 2, "unreadable": 1])
        #expect(summary.failed.map(\.file) == ["a.pdf", "c.pdf", "d.pdf"])
        #expect(summary.failed.map(\.detail) == ["x", "y", "z"])
        #expect(summary.duplicates == 1)
    }

    @Test("every file is counted once, and what was skipped is named with the reason")
    func files() {
        let summary = summary([
            Made.input("a.pdf", .reports([Made.report(), Made.report(document: 2)])),
            Made.input("b.pdf", .duplicate(of: "a.pdf")),
            Made.input("c.pdf", .failed(name: "exit", detail: "x")),
            Made.input("d.exe", .skipped(name: "unknown_kind", detail: "y")),
            Made.input("e", .skipped(name: "empty", detail: "z")),
            Made.input("f", .skipped(name: "empty", detail: "z")),
        ])
        #expect(summary.files == .init(all: 6, read: 1, failed: 1, duplicate: 1, skipped: 3))
        #expect(summary.skips == ["unknown_kind": 1, "empty": 2])
        #expect(summary.skipped.map(\.file) == ["d.exe", "e", "f"])
    }

    @Test("findings come with the gravest first, else as they came")
    func findings() {
        var input = Made.input("a.pdf", .reports([Made.report()]))
        input.findings = [
            finding(.cellUnclear, .note, code: "1"), finding(.checkFailed, .warning, code: "2"),
            finding(.tableMissing, .error, code: "3"), finding(.checkFailed, .warning, code: "4"),
        ]
        let summary = summary([input])
        #expect(summary.findings.compactMap(\.code) == ["3", "2", "4", "1"])
        #expect(summary.findingCounts == ["note": 1, "warning": 2, "error": 1])
    }

    @Test("of very many findings the gravest are kept, and all are counted")
    func many() {
        var input = Made.input("a.pdf", .reports([Made.report()]))
        input.findings = (0..<3000).map { finding(.cellUnclear, .note, code: "\($0)") }
        input.findings.append(finding(.tableMissing, .error, code: "last"))
        let summary = summary([input, input])
        #expect(summary.findings.count == 2000)
        #expect(summary.findings.prefix(3).compactMap(\.code) == ["last", "last", "0"])
        #expect(summary.findingCounts == ["note": 6000, "error": 2])
    }

    @Test("outliers are listed and counted with their group")
    func outliers() {
        let numbers = [90, 95, 98, 100, 101, 103, 104, 106, 108, 110, 115, 120, 5000]
        let inputs = numbers.enumerated().map { index, number in
            Made.input(
                "\(index).pdf",
                .reports([
                    Made.report("\(index).pdf", level: .county, figures: ["requests.new.total": Made.number(number)])
                ]))
        }
        let summary = summary(inputs)
        #expect(summary.outliers.map(\.file) == ["12.pdf"])
        #expect(summary.groups.map(\.outliers) == [1])
    }
}
