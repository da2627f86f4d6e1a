internal import Conversion
internal import FileAccess
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A figure a row, as CSV, beside it a finding a row, and `datapackage.json`.
final class FiguresOutput: ArchiveOutput {
    private let file: AtomicFile
    private let findings: AtomicFile
    private let forms: FormLibrary
    private var sources: [Source] = []
    private var usedForms = Set<String>()

    init(path: String, findingsPath: String, forms: FormLibrary) throws(OutputError) {
        file = try AtomicFile(path: path)
        findings = try AtomicFile(path: findingsPath)
        self.forms = forms
        try findings.write(CSVText(header: FindingFormat.header).text)
        try file.write(CSVText(header: FigureTable.header).text)
    }

    func append(_ input: RenderedInput) throws(OutputError) {
        try file.write(input.csv)
        try findings.write(input.findingRows)
        for report in input.reports {
            sources.append(report.source)
            if let form = report.form { usedForms.insert(form) }
        }
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

    private static func finished(_ file: AtomicFile) throws(OutputError) -> DataPackage.File {
        let sha256 = try file.finish()
        let folder = FileName(file.path).folder
        let name = folder.isEmpty ? file.path[...] : file.path.dropFirst(folder.count + 1)
        return DataPackage.File(name: String(name), bytes: file.count, sha256: sha256)
    }
}
