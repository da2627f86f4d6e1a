internal import Conversion
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A figure a row, as CSV, with `datapackage.json` beside it.
final class FiguresOutput: ArchiveOutput {
    private let file: WholeFile
    private let forms: FormLibrary
    private var sources: [Source] = []
    private var usedForms = Set<String>()

    init(path: String, forms: FormLibrary) throws(OutputError) {
        file = try WholeFile(path: path)
        self.forms = forms
        try file.write(CSVText(header: FigureTable.header).text)
    }

    func append(_ input: RenderedInput) throws(OutputError) {
        try file.write(input.csv)
        for report in input.reports {
            sources.append(report.source)
            if let form = report.form { usedForms.insert(form) }
        }
    }

    func finish() throws(OutputError) {
        let sha256 = try file.finish()
        let folder = file.path.folder
        let name = String(folder.isEmpty ? file.path[...] : file.path.dropFirst(folder.count + 1))
        let path = folder.isEmpty ? DataPackage.fileName : folder + "/" + DataPackage.fileName
        let package = DataPackage(
            csv: DataPackage.File(name: name, bytes: file.count, sha256: sha256), sources: sources,
            usedForms: usedForms, forms: forms)
        let existing = (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
        let text: String?
        do { text = try package.text(existing: existing) } catch { throw OutputError(path: path, cause: "\(error)") }
        // What is no data package is someone else's, and left alone.
        guard let text else { return }
        let description = try WholeFile(path: path)
        try description.write(text)
        try description.finish()
    }
}
