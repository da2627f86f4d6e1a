public import FileAccess
public import Nianbao
internal import PDFReader
public import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Converts an archive of files, and can be cut at any moment and run again.
///
/// Files are read by workers into a ledger; when all are in it, the outputs are made from it in the order of the paths. So a run that
/// goes on where another was cut writes what one would have written.
public struct ArchiveRun: Sendable {
    public var files: [InputFile]
    public var pool: WorkerPool
    public var forms: FormLibrary
    public var outputs: [OutputTarget]
    /// Where the ledger is; nil for its place beside the first output.
    public var ledgerPath: String?
    /// The version of the tool, for the record.
    public var tool: String
    /// Tries again what an earlier run has given up.
    public var retriesFailed = false

    public init(
        files: [InputFile], pool: WorkerPool, forms: FormLibrary, outputs: [OutputTarget], ledgerPath: String? = nil,
        tool: String, retriesFailed: Bool = false
    ) {
        self.files = files
        self.pool = pool
        self.forms = forms
        self.outputs = outputs
        self.ledgerPath = ledgerPath
        self.tool = tool
        self.retriesFailed = retriesFailed
    }

    /// What a run is at.
    public enum Step: Hashable, Sendable {
        case reading(RunCount)
        case writing(path: String)
        /// A file gives no report. Told of all files of the run while the outputs are written, in the order of their paths.
        case failed(file: String, cause: String)
        /// A file that may be a report is not read. Told as failures are.
        case skipped(file: String, cause: String)
    }

    /// What a run would do: `read` and `failed` are files that it would read.
    public func plan() async throws(OutputError) -> RunCount {
        let ledger = FileManager.default.fileExists(atPath: ledgerFile) ? try Ledger(path: ledgerFile) : nil
        let intake = try intake(ledger)
        let toRead = try await intake.remaining()
        var count = await intake.count
        count.read = toRead
        return count
    }

    /// Reads what the ledger does not have, and writes the outputs.
    ///
    /// - Throws: ``OutputError`` where something cannot be written or another run holds it, `WorkerStartError`.
    public func run(step: @Sendable (Step) -> Void) async throws -> RunCount {
        try makeFolders()
        var locks: [FileLock] = []
        for output in outputs { try locks.append(FileLock(output.path, isFolder: output.isFolder)) }
        // The one beside the first output is held with it.
        if let ledgerPath { try locks.append(FileLock(ledgerPath, isFolder: false)) }
        defer { withExtendedLifetime(locks) {} }
        let ledger = try Ledger(path: ledgerFile)
        let intake = try intake(ledger)
        step(.reading(await intake.count))
        let outcomes = pool.outcomes { try await intake.next() }.makeAsyncIterator()
        while true {
            let batch = try await outcomes.nextBatch()
            if batch.isEmpty { break }
            try ledger.record(await intake.records(of: batch), tool: tool)
            step(.reading(await intake.add(batch)))
        }
        var count = await intake.count
        step(.reading(count))
        let states = await intake.states
        count.lacking = try await OutputMaker(run: self, ledger: ledger, states: states).make(step: step)
        return count
    }

    var ledgerFile: String { ledgerPath ?? outputs.first?.ledgerPath ?? "nianbao.ledger" }

    private func intake(_ ledger: Ledger?) throws(OutputError) -> Intake {
        Intake(
            files: files,
            reader: InputReader(
                largest: pool.limits.memory, password: pool.password, office: pool.office.signature), ledger: ledger,
            settings: try settings, retriesFailed: retriesFailed)
    }

    /// A name for everything that decides on the result besides a file's content: what it is read with, and how. A version number
    /// would have to be thought of at every change of the reader, so it is the program's own bytes that count.
    private var settings: String {
        get throws(OutputError) {
            let program: String
            do throws(FailureCause) { program = try InputReader.sha256(of: pool.tool) } catch {
                throw OutputError(path: ledgerFile, cause: "\(pool.tool): \(error)")
            }
            let parts = [program, PDFDocument.libraryVersion, Report.schema, pool.password ?? "", pool.ocr.signature]
            do {
                let text = try JSONText.line(parts) + JSONText.line(forms.forms) + JSONText.line(forms.words)
                return FileBytes(name: "settings", Array(text.utf8)).sha256
            } catch {
                throw OutputError(path: ledgerFile, cause: "\(error)")
            }
        }
    }

    private func makeFolders() throws(OutputError) {
        for output in outputs {
            let folder = output.isFolder ? output.path : String(FileName(output.path).folder)
            guard !folder.isEmpty else { continue }
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw OutputError(path: output.path, cause: "its folder cannot be made")
            }
        }
    }
}
