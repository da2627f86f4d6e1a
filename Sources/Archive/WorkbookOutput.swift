internal import Conversion
internal import DocumentModel
internal import FileAccess
internal import ReportForms
internal import ReportStandard
internal import SheetWriter

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A spreadsheet: documents, findings, and a sheet for each table of a form that was read, a row a report and a column a figure.
final class WorkbookOutput: ArchiveOutput {
    private let path: String
    private let place: AtomicPlace
    private let book: Workbook
    private let documents: SheetSeries
    private let findings: SheetSeries
    private let forms: [String: Form]
    private let codes: [String: [IndicatorCode]]
    /// By form and table.
    private var tables: [String: SheetSeries] = [:]

    init(path: String, forms: FormLibrary) throws(OutputError) {
        self.path = path
        self.forms = Dictionary(forms.forms.map { ($0.form, $0) }) { first, _ in first }
        codes = Dictionary(zip(forms.forms, forms.indicators).map { ($0.form, $1.map(\.code)) }) { first, _ in first }
        place = try AtomicPlace(path)
        place.clear()
        do throws(WorkbookError) {
            book = try Workbook(path: place.unfinished)
            documents = try SheetSeries(
                in: book, named: "documents",
                header: [
                    "file", "document", "agency", "year", "form", "outcome", "failure", "failure_detail",
                    "duplicate_of",
                    "kind", "pages", "sha256", "suspect", "missing", "checks_failed",
                ])
            findings = try SheetSeries(
                in: book, named: "findings",
                header: [
                    "file", "document", "agency", "year", "kind", "severity", "message_en", "message_zh", "code",
                    "left",
                    "right", "page", "other_file", "other_year", "other_page",
                ])
        } catch {
            throw OutputError(path: path, cause: error.cause)
        }
    }

    func append(_ input: RenderedInput) throws(OutputError) {
        do throws(WorkbookError) {
            switch input.content {
            case .reports(let reports):
                for report in reports { try append(report) }
                for finding in input.findings { try append(finding) }
            case .failed(let name, let detail):
                try documents.append(
                    [
                        SheetCell(input.file.path), SheetCell(Int?.none), SheetCell(String?.none), SheetCell(Int?.none),
                        SheetCell(String?.none),
                    ]
                        + ["failed", name, detail].map { SheetCell($0) })
            case .duplicate(let original):
                try documents.append(
                    [
                        SheetCell(input.file.path), SheetCell(Int?.none), SheetCell(String?.none), SheetCell(Int?.none),
                        SheetCell(String?.none),
                    ]
                        + [
                            SheetCell("duplicate"), SheetCell(String?.none), SheetCell(String?.none),
                            SheetCell(original),
                        ])
            }
        } catch {
            throw OutputError(path: path, cause: error.cause)
        }
    }

    func finish() throws(OutputError) {
        do throws(WorkbookError) { try book.close() } catch { throw OutputError(path: path, cause: error.cause) }
        let sizes = book.sheets.map { WorkbookCheck.Size(rows: $0.rowCount, cells: $0.cellCount) }
        guard (try? WorkbookCheck.isWhole(place.unfinished, sizes: sizes)) == true else {
            throw OutputError(path: path, cause: "it has not become whole; its disk, or that of TMPDIR, may be full")
        }
        try place.publish()
    }

    deinit { place.clear() }

    private func append(_ report: Report) throws(WorkbookError) {
        func count(_ status: Figure.Status) -> Int { report.figures.count { $0.figure.status == status } }
        let identity = [
            SheetCell(report.source.file), SheetCell(report.source.document), SheetCell(report.agency?.name),
            SheetCell(report.year),
        ]
        let rest: [SheetCell] = [
            SheetCell(report.source.kind.rawValue), SheetCell(report.source.pages), SheetCell(report.source.sha256),
            SheetCell(count(.suspect)), SheetCell(count(.missing)), SheetCell(report.checks.count { !$0.holds }),
        ]
        let unused = [SheetCell](repeating: SheetCell(String?.none), count: 3)
        try documents.append(identity + [SheetCell(report.form), SheetCell("read")] + unused + rest)
        try appendFigures(of: report, identity: identity)
    }

    private func append(_ located: LocatedFinding) throws(WorkbookError) {
        let report = located.report
        let finding = located.finding
        let other = located.other
        try findings.append([
            SheetCell(report.file), SheetCell(report.document), SheetCell(report.agency), SheetCell(report.year),
            SheetCell(finding.kind.rawValue), SheetCell(finding.severity.rawValue),
            SheetCell(finding.message(in: .english)), SheetCell(finding.message(in: .chinese)),
            SheetCell(finding.code), number(finding.left), number(finding.right), SheetCell(finding.page),
            SheetCell(other?.report.file), SheetCell(other?.report.year), SheetCell(other?.page),
        ])
    }

    private func appendFigures(of report: Report, identity: [SheetCell]) throws(WorkbookError) {
        guard let name = report.form, let form = forms[name], !report.figures.isEmpty else { return }
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        for table in form.tables {
            let columns = (codes[name] ?? []).filter { $0.table == table.id }
            let sheet = try sheet(name, table.id, columns: columns)
            try sheet.append(identity + columns.map { cell(figures[$0]) })
        }
    }

    private func sheet(_ form: String, _ table: String, columns: [IndicatorCode]) throws(WorkbookError) -> SheetSeries {
        let name = "\(form) \(table)"
        if let sheet = tables[name] { return sheet }
        let sheet = try SheetSeries(
            in: book, named: name, header: ["file", "document", "agency", "year"] + columns.map(\.description))
        tables[name] = sheet
        return sheet
    }

    private func cell(_ figure: Figure?) -> SheetCell {
        var cell = number(figure?.value)
        switch figure?.status {
        case .recovered: cell.look = .derived
        case .suspect:
            cell.look = .doubtful
            // Without a number, what was printed stands for it.
            if cell.value == .none { cell.value = .text(figure?.printed ?? "?") }
        default: break
        }
        return cell
    }

    private func number(_ value: Decimal?) -> SheetCell {
        SheetCell(value.flatMap { Double("\($0)") }.map { .number($0) } ?? .none)
    }
}
