internal import FileAccess
internal import Nianbao
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A figure a row, as CSV, beside it a finding a row, and `datapackage.json`.
actor FiguresOutput: ArchiveOutput {
    static let endings = ["csv"]
    static let summary =
        "a figure a row; what was found is in NAME.findings.csv, what the columns mean in datapackage.json"
    static func files(at path: String) -> [String] { [path, findingsPath(beside: path, ending: "csv")] }

    struct Piece: Sendable {
        var figures: String
        var findings: String
        var sources: [Source]
        var forms: Set<String>
    }

    private let file: AtomicFile
    private let findings: AtomicFile
    private let forms: FormLibrary
    private let table: FigureTable
    private var sources: [Source] = []
    private var usedForms = Set<String>()

    init(path: String, of run: OutputContext) throws(OutputError) {
        file = try AtomicFile(path: path)
        findings = try AtomicFile(path: findingsPath(beside: path, ending: "csv"))
        forms = run.forms
        table = run.figures
        try findings.write(FindingLines.header)
        try file.write(CSVText(columns: FigureTable.columns).text)
    }

    nonisolated func render(_ input: LoadedInput) -> Piece {
        var figures = CSVText()
        for report in input.reports { figures.append(report, of: table) }
        return Piece(
            figures: figures.text, findings: FindingLines.csv(input.findings), sources: input.reports.map(\.source),
            forms: Set(input.reports.compactMap(\.form)))
    }

    func append(_ piece: Piece) throws(OutputError) {
        try file.write(piece.figures)
        try findings.write(piece.findings)
        sources += piece.sources
        usedForms.formUnion(piece.forms)
    }

    func finish() throws(OutputError) {
        let found = try Self.finished(findings)
        let figures = try Self.finished(file)
        let folder = FileName(file.path).folder
        let path = folder.isEmpty ? DataPackage.fileName : folder + "/" + DataPackage.fileName
        let package = DataPackage(
            csv: figures, sources: sources, usedForms: usedForms, forms: forms, findings: found)
        let existing = (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
        let text: String?
        do { text = try package.text(existing: existing) } catch { throw OutputError(path: path, cause: "\(error)") }
        // What is no data package is someone else's, and left alone.
        guard let text else { return }
        let description = try AtomicFile(path: path)
        try description.write(text)
        try description.finish()
    }

    func giveUp() {
        findings.giveUp()
        file.giveUp()
    }

    private static func finished(_ file: AtomicFile) throws(OutputError) -> DataPackage.File {
        let sha256 = try file.finish()
        let folder = FileName(file.path).folder
        let name = folder.isEmpty ? file.path[...] : file.path.dropFirst(folder.count + 1)
        return DataPackage.File(name: String(name), bytes: file.count, sha256: sha256)
    }
}
