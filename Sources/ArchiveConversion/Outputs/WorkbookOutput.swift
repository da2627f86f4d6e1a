internal import FileAccess
internal import Nianbao
internal import ReportForms
internal import ReportStandard
internal import SheetWriter

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A spreadsheet: documents, findings, figures that were not simply read, and a sheet for each table of a form that was read, a row a
/// report and a column a figure.
actor WorkbookOutput: ArchiveOutput {
    static let endings = ["xlsx"]
    static let summary =
        "sheets of documents, findings, figures in doubt, and each table: a row a report, a column a figure"

    struct Piece: Sendable {
        var documents: [[SheetCell]] = []
        var findings: [[SheetCell]] = []
        var doubtful: [[SheetCell]] = []
        var tables: [TableRow] = []

        /// What a report has of a table.
        struct TableRow: Sendable {
            var table: TableSheet
            var cells: [SheetCell]
        }
    }

    /// A sheet of a table of a form.
    struct TableSheet: Sendable {
        var name: String
        var codes: [IndicatorCode]
        var header: [String]

        init(form: String, table: String, codes: [IndicatorCode]) {
            name = "\(form) \(table)"
            self.codes = codes
            header = identity.map(\.name) + codes.map(\.description)
        }
    }

    private let path: String
    private let place: AtomicPlace
    private let book: Workbook
    private let documents: SheetSeries
    private let findings: SheetSeries
    private let doubtful: SheetSeries
    private var tables: [String: SheetSeries] = [:]
    private let figures: FigureTable
    /// By form.
    private let layout: [String: [TableSheet]]

    private static let documentColumns = DocumentColumns.all.columns(in: .sheet)
    private static let findingColumns = FindingColumns.all.columns(in: .sheet)
    private static let figureColumns = FigureColumns.all.columns(in: .sheet)
    /// Of which report a row is.
    private static let identity = documentColumns.filter { ["file", "document", "agency", "year"].contains($0.name) }

    init(path: String, of run: OutputContext) throws(OutputError) {
        self.path = path
        figures = run.figures
        let tables = zip(run.forms.forms, run.forms.indicators).map { form, indicators in
            let codes = Dictionary(grouping: indicators.map(\.code), by: \.table)
            return (form.form, form.tables.map { TableSheet(form: form.form, table: $0.id, codes: codes[$0.id] ?? []) })
        }
        layout = Dictionary(tables) { first, _ in first }
        place = try AtomicPlace(path)
        place.clear()
        do throws(WorkbookError) {
            book = try Workbook(path: place.unfinished)
            documents = try SheetSeries(in: book, named: "documents", header: Self.documentColumns.map(\.name))
            findings = try SheetSeries(in: book, named: "findings", header: Self.findingColumns.map(\.name))
            doubtful = try SheetSeries(in: book, named: "figures in doubt", header: Self.figureColumns.map(\.name))
        } catch {
            throw OutputError(path: path, cause: error.cause)
        }
    }

    deinit { place.clear() }

    func giveUp() { place.clear() }

    nonisolated func render(_ input: LoadedInput) -> Piece {
        func cells(_ content: DocumentRow.Content) -> [SheetCell] {
            DocumentRow(file: input.file.path, content).cells(in: Self.documentColumns)
        }
        switch input.content {
        case .failed(let name, let detail): return Piece(documents: [cells(.failed(name: name, detail: detail))])
        case .skipped(let name, let detail): return Piece(documents: [cells(.skipped(name: name, detail: detail))])
        case .duplicate(let original): return Piece(documents: [cells(.duplicate(of: original))])
        case .reports(let reports):
            return Piece(
                documents: reports.map { cells(.report($0)) },
                findings: input.findings.map { FindingRow($0).cells(in: Self.findingColumns) },
                doubtful: reports.flatMap(doubtfulRows),
                tables: reports.flatMap(tableRows))
        }
    }

    func append(_ piece: Piece) throws(OutputError) {
        do throws(WorkbookError) {
            for row in piece.documents { try documents.append(row) }
            for row in piece.findings { try findings.append(row) }
            for row in piece.doubtful { try doubtful.append(row) }
            for row in piece.tables { try sheet(of: row).append(row.cells) }
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

    private func sheet(of row: Piece.TableRow) throws(WorkbookError) -> SheetSeries {
        let table = row.table
        if let sheet = tables[table.name] { return sheet }
        let sheet = try SheetSeries(in: book, named: table.name, header: table.header)
        tables[table.name] = sheet
        return sheet
    }

    private nonisolated func tableRows(of report: Report) -> [Piece.TableRow] {
        guard let form = report.form, let tables = layout[form], !report.figures.isEmpty else { return [] }
        let start = DocumentRow(file: report.source.file, .report(report)).cells(in: Self.identity)
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        return tables.map { table in
            Piece.TableRow(table: table, cells: start + table.codes.map { SheetCell(figures[$0]) })
        }
    }

    /// Rows of the figures that were not simply read.
    private nonisolated func doubtfulRows(of report: Report) -> [[SheetCell]] {
        report.figures.filter { $0.figure.status == .recovered || $0.figure.status == .suspect }
            .map { figures.row(of: $0, in: report).cells(in: Self.figureColumns) }
    }
}

extension FieldValue {
    fileprivate var cell: SheetCell {
        switch self {
        case .none: SheetCell(SheetCell.Value.none)
        // A cell with a text of no length is none.
        case .text(let text): SheetCell(text.isEmpty ? .none : .text(text))
        case .integer(let number): SheetCell(.number(Double(number)))
        case .boolean: SheetCell(.text(text))
        case .decimal: SheetCell(Double(text).map { .number($0) } ?? SheetCell.Value.none)
        case .real(let number): SheetCell(.number(number))
        }
    }
}

extension SheetCell {
    /// A figure's number; how it looks says how it came about.
    fileprivate init(_ figure: Figure?) {
        self = FieldValue(figure?.value).cell
        switch figure?.status {
        case .recovered: look = .derived
        case .suspect:
            look = .doubtful
            // Without a number, what was printed stands for it.
            if value == .none { value = .text(figure?.printed ?? "?") }
        default: break
        }
    }
}

/// What rows have in columns, as cells of a sheet.
extension DocumentRow {
    fileprivate func cells(in columns: [Column<Self>]) -> [SheetCell] { columns.map { $0.value(self).cell } }
}

extension FindingRow {
    fileprivate func cells(in columns: [Column<Self>]) -> [SheetCell] { columns.map { $0.value(self).cell } }
}

extension FigureRow {
    fileprivate func cells(in columns: [Column<Self>]) -> [SheetCell] { columns.map { $0.value(self).cell } }
}
