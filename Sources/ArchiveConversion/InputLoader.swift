internal import FileAccess
internal import Nianbao
internal import ReportForms
internal import ReportReader
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Takes from a ledger what outputs need of an input; several at the same time, for this is where the time goes.
struct InputLoader: Sendable {
    private let files: [InputFile]
    private let states: [InputState]
    private let ledger: Ledger
    private let order: FigureOrder
    private let comparison: ReportComparison
    private let recent = RecentReports(most: 32)

    init(_ run: OutputContext) {
        files = run.files
        states = run.states
        ledger = run.ledger
        order = FigureOrder(forms: run.forms)
        comparison = ReportComparison(forms: run.forms)
    }

    /// A report of an input.
    struct Place: Hashable, Sendable {
        /// The number of the input.
        var input: Int
        /// The number of the report among the input's, from 0.
        var report: Int
    }

    /// Whose report on which year it is.
    struct Heading: Sendable {
        var agency: String?
        var year: Int?
    }

    /// What it takes to know which reports belong together, of each report of an input.
    func headings(_ index: Int) throws -> [Heading] {
        guard case .content(let key) = states[index], let stored = try ledger.reports(key) else { return [] }
        let decoder = JSONDecoder()
        return try stored.json.lines.map { line in
            let head = try decoder.decode(StoredHeading.self, from: Data(line))
            return Heading(agency: head.agency?.name, year: head.year)
        }
    }

    /// - Parameter years: of the headings of all inputs.
    func input(_ index: Int, years: AgencyYears<Place>) throws -> LoadedInput {
        let file = files[index]
        let key: String
        switch states[index] {
        case .skipped(let reason):
            return LoadedInput(file: file, content: .skipped(name: reason.name.rawValue, detail: reason.detail))
        case .refused(let cause): return failed(file, cause.name, cause.description)
        case .duplicate(let first): return LoadedInput(file: file, content: .duplicate(of: files[first].path))
        case .content(let found): key = found
        }
        guard let entry = try ledger.entry(key) else {
            // It had the content of another file, which has changed since.
            return failed(file, "unreadable", "it changed while it was read; run again")
        }
        if let failure = entry.failure { return failed(file, failure, entry.failureDetail ?? "") }
        guard let stored = try ledger.reports(key) else {
            throw OutputError(path: ledger.path, cause: "\(file.path) is not in the ledger")
        }
        let reports = try reports(stored.json, named: file.path)
        var input = LoadedInput(file: file, content: .reports(reports))
        for (number, report) in reports.enumerated() {
            let place = Place(input: index, report: number)
            recent.keep(report, place)
            let others = years.others(of: place, agency: report.agency?.name, year: report.year)
            let before = try others.before.flatMap(self.report)
            input.before[number] = before?.certainNumbers
            input.findings += comparison.findings(
                of: report, twin: try others.twin.flatMap(self.report), before: before)
        }
        // The content may have been read under another name before.
        if stored.path == file.path { input.stored = stored.json }
        return input
    }

    private func failed(_ file: InputFile, _ name: String, _ detail: String) -> LoadedInput {
        LoadedInput(file: file, content: .failed(name: name, detail: detail))
    }

    private func reports(_ json: [UInt8], named path: String) throws -> [Report] {
        try StoredReports.reports(in: FileBytes(name: path, json)).map { report in
            var report = order.ordered(report)
            report.source.file = path
            return report
        }
    }

    /// One that another one is compared with.
    private func report(_ place: Place) throws -> Report? {
        if let report = recent[place] { return report }
        guard case .content(let key) = states[place.input], let stored = try ledger.reports(key) else { return nil }
        let lines = stored.json.lines
        guard place.report < lines.count else { return nil }
        let report = try reports(Array(lines[place.report]), named: files[place.input].path).first
        if let report { recent.keep(report, place) }
        return report
    }
}

/// As much of a stored report as is needed.
private struct StoredHeading: Decodable {
    struct Agency: Decodable { var name: String }
    var agency: Agency?
    var year: Int?
}
