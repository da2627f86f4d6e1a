import Foundation
import ReportForms
import ReportReader
import ReportStandard
import TestSupport
import Testing

@testable import ArchiveConversion
@testable import Nianbao

@Suite("What outputs need of an input")
struct InputLoaderTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let forms: FormLibrary

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.path("ledger"))
        forms = try FormLibrary.builtIn()
    }

    private func loader(_ states: [InputState]) -> InputLoader {
        let files = states.indices.map { InputFile(path: "\($0).pdf", place: "\($0).pdf") }
        return InputLoader(OutputContext(files: files, states: states, forms: forms, ledger: ledger, tool: "9"))
    }

    private func record(_ key: String, _ reports: [Report], path: String) throws {
        try ledger.record([.init(key: key, outcome: try Made.outcome(0, path, reports))], tool: "9")
    }

    private func years(_ loader: InputLoader, _ count: Int) throws -> AgencyYears<InputLoader.Place> {
        var years = AgencyYears<InputLoader.Place>()
        for index in 0..<count {
            for (number, heading) in try loader.headings(index).enumerated() {
                years.add(.init(input: index, report: number), agency: heading.agency, year: heading.year)
            }
        }
        return years
    }

    @Test("reports come out of the ledger under the name of the input, with figures in the order of the form")
    func reports() throws {
        let codes = ["requests.new.total", "requests.carried_in.total", "proactive.licensing.decisions"]
        let figures = Dictionary(uniqueKeysWithValues: codes.map { ($0, Made.number(1)) })
        try record("1", [Made.report("0.pdf", figures: figures)], path: "0.pdf")
        try record("2", [Made.report("else.pdf", figures: figures)], path: "else.pdf")
        let loader = loader([.content("1"), .content("2")])
        let order = forms.indicators.joined().map(\.code.description)
        for index in 0...1 {
            let input = try loader.input(index, years: AgencyYears())
            let report = try #require(input.reports.first)
            #expect(report.source.file == "\(index).pdf")
            let places = report.figures.compactMap { order.firstIndex(of: $0.code.description) }
            #expect(places.count == 3 && places == places.sorted())
            // What is stored calls the other one by another name.
            #expect((input.stored != nil) == (index == 0))
        }
        #expect(try loader.input(0, years: AgencyYears()).stored == ledger.reports("1")?.json)
    }

    @Test("an input without reports says why")
    func others() throws {
        try ledger.record([.init(key: "1", outcome: Made.outcome(0, "0.pdf", .timeLimit(60)))], tool: "9")
        let loader = loader([
            .content("1"), .refused(.unreadable("no such file")), .duplicate(of: 0), .content("unknown"),
        ])
        let contents = try (0..<4).map { try loader.input($0, years: AgencyYears()).content }
        guard case .failed("time_limit", "took more than 60 s of processor time") = contents[0],
            case .failed("unreadable", "no such file") = contents[1], case .duplicate("0.pdf") = contents[2],
            case .failed("unreadable", "it changed while it was read; run again") = contents[3]
        else {
            Issue.record("\(contents)")
            return
        }
        #expect(try (0..<4).allSatisfy { try loader.headings($0).isEmpty })
    }

    @Test("headings are whose reports on which years there are, in their order")
    func headings() throws {
        try record(
            "1", [Made.report(agency: "甲市", year: 2022), Made.report(document: 2, agency: nil, year: nil)],
            path: "0.pdf")
        let headings = try loader([.content("1")]).headings(0)
        #expect(headings.map(\.agency) == ["甲市", nil])
        #expect(headings.map(\.year) == [2022, nil])
    }

    @Test("a report is compared with that of the year before, and another one on its year with the first")
    func compared() throws {
        try record(
            "1",
            [
                Made.report(
                    year: 2022,
                    figures: ["requests.carried_out.total": Made.number(7), "requests.new.total": Made.number(50)])
            ],
            path: "0.pdf")
        try record("2", [Made.report(year: 2023, figures: ["requests.new.total": Made.number(60)])], path: "1.pdf")
        try record("3", [Made.report(year: 2023, figures: ["requests.new.total": Made.number(61)])], path: "2.pdf")
        let loader = loader([.content("1"), .content("2"), .content("3")])
        let years = try years(loader, 3)
        let first = try loader.input(0, years: years)
        #expect(first.before.isEmpty && first.findings.isEmpty)
        let second = try loader.input(1, years: years)
        #expect(second.before[0]?[IndicatorCode("requests.new.total")] == 50)
        let third = try loader.input(2, years: years)
        #expect(third.before.isEmpty)
        let differing = third.findings.filter { $0.finding.kind == .reportsDiffer }
        #expect(differing.map(\.other?.report.file) == ["1.pdf"])
        #expect(differing.first.map { [$0.finding.left, $0.finding.right] } == [60, 61])
    }
}
