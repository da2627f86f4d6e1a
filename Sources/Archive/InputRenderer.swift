internal import Conversion
internal import FileAccess
internal import ReportForms
internal import ReportReader
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Makes of a ledger's entries what outputs need; several at the same time, for this is where the time goes.
struct InputRenderer: Sendable {
    let files: [InputFile]
    let states: [InputState]
    let kinds: Set<OutputTarget.Kind>
    let forms: FormLibrary
    let ledger: Ledger
    private let table: FigureTable
    private let order: FigureOrder
    private let comparison: ReportComparison
    private let recent = RecentReports(most: 32)

    init(
        files: [InputFile], states: [InputState], kinds: Set<OutputTarget.Kind>, forms: FormLibrary, ledger: Ledger
    ) {
        self.files = files
        self.states = states
        self.kinds = kinds
        self.forms = forms
        self.ledger = ledger
        table = FigureTable(forms: forms)
        order = FigureOrder(forms: forms)
        comparison = ReportComparison(forms: forms)
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
    func rendered(_ index: Int, years: AgencyYears<Place>) throws -> RenderedInput {
        let file = files[index]
        let key: String
        switch states[index] {
        case .refused(let cause): return failed(file, cause.name, cause.description)
        case .duplicate(let first): return RenderedInput(file: file, content: .duplicate(of: files[first].path))
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
        var input = RenderedInput(file: file, content: .reports(reports))
        for (number, report) in reports.enumerated() {
            let place = Place(input: index, report: number)
            recent.keep(report, place)
            let others = years.others(of: place, agency: report.agency?.name, year: report.year)
            let before = try others.before.flatMap(self.report)
            input.before[number] = before?.certainNumbers
            input.findings += comparison.findings(
                of: report, twin: try others.twin.flatMap(self.report), before: before)
        }
        try write(&input, json: stored.json, isSameFile: stored.path == file.path)
        return input
    }

    private func failed(_ file: InputFile, _ name: String, _ detail: String) -> RenderedInput {
        RenderedInput(file: file, content: .failed(name: name, detail: detail))
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

    private func write(_ input: inout RenderedInput, json: [UInt8], isSameFile: Bool) throws {
        let reports = input.reports
        if kinds.contains(.ndjson) {
            // The content may have been read under another name before.
            input.ndjson = isSameFile ? json : Array(try ReportFormat.ndjson.text(reports, forms: forms).utf8)
        }
        if kinds.contains(.folder) { input.json = Array(try ReportFormat.json.text(reports, forms: forms).utf8) }
        if kinds.contains(.ndjson) || kinds.contains(.folder) {
            input.findingLines = Array(try FindingFormat.ndjson.lines(input.findings).utf8)
        }
        if kinds.contains(.csv) {
            var csv = CSVText()
            for report in reports { for row in table.rows(of: report) { csv.append(row) } }
            input.csv = Array(csv.text.utf8)
            input.findingRows = Array(try FindingFormat.csv.lines(input.findings).utf8)
        }
    }
}

/// As much of a stored report as is needed.
private struct StoredHeading: Decodable {
    struct Agency: Decodable { var name: String }
    var agency: Agency?
    var year: Int?
}
