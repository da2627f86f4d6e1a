import ArchiveConversion
import ArgumentParser
import FileAccess
import Nianbao
import ReportForms

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert whole archives: folders and archives of files of every age and quality, unattended.",
        discussion: """
            Files are read in worker processes, each file within a time and a memory limit: one that crashes, hangs or takes too \
            much is tried once more, recorded as failed with its cause, and costs the others nothing. What was done is in a \
            ledger beside the first output. A run that was cut, by whatever, goes on where it was when it is started again, and \
            writes the bytes that one uninterrupted run would have written. A file is read again only if its content, the forms or \
            the tool have changed. An archive (zip, rar, 7z, tar, cab, lha, compressed files, one in another) is searched as a folder is.

            Every file has a row in documents that says what became of it: read, failed, duplicate, or skipped with the reason. What a \
            file is is judged by its content.

            The reports are compared as nianbao check does it: their own arithmetic, the years of an agency, several reports on one \
            year. An output's ending says what it is; several may be given:
            \(OutputTarget.help)

            Exit codes: 0 all well, 1 nothing could be read or an output not be written, 2 some files failed, were skipped \
            though they may be reports, or lack a required table, 64 wrong usage.

            Examples
              nianbao convert archive/ --output figures.sqlite
              nianbao convert archive/ --output json/ --output figures.csv --jobs 8
              nianbao convert archive/ --exclude drafts --include '*.pdf' --output all.ndjson
              find archive -name '*.pdf' -print0 | nianbao convert --files-from - --null --output all.ndjson
              nianbao convert archive/ --output figures.sqlite --retry-failed --timeout 300
            """)

    @Argument(help: ArgumentHelp("Files, folders and archives to convert.", valueName: "input"))
    var inputs: [String] = []

    @Option(
        name: [.short, .customLong("output")], parsing: .singleValue,
        help: ArgumentHelp("Write to this; may be given several times.", valueName: "path"))
    var outputs: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Only files of folders and archives whose name fits; with a slash, their path below the folder. Without it all.",
            valueName: "glob"))
    var include: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Leave out files and folders whose name fits; with a slash, their path.", valueName: "glob"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take the names of inputs from this file too, a line each; - for standard input.", valueName: "file"))
    var filesFrom: String?

    @Flag(name: .customLong("null"), help: "Names of --files-from end in a zero byte, as find -print0 writes them.")
    var endsInNull = false

    @Option(
        help: ArgumentHelp(
            "How many files are read side by side; as many as there are cores by default.", valueName: "number"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Keep the ledger here instead of beside the first output.", valueName: "path"))
    var ledger: String?

    @Flag(help: "Try again what an earlier run has given up.")
    var retryFailed = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var limits: LimitOptions
    @OptionGroup var log: LogOptions
    @OptionGroup var forms: FormOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        if inputs.isEmpty && filesFrom == nil {
            throw ValidationError("Name at least one file or folder, or --files-from.")
        }
        if outputs.isEmpty { throw ValidationError("Name at least one --output.") }
        if inputs.contains("-") { throw ValidationError("- is no input here; --files-from - takes a list of files.") }
        if endsInNull && filesFrom == nil { throw ValidationError("--null is about --files-from.") }
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes 1 to 1024.") }
        _ = try targets()
    }

    func run() async throws {
        let listed = try filesFrom.map { try NameList(path: $0, endsInNull: endsInNull).names } ?? []
        let outputs = try targets()
        // The run's own files may stand among its inputs.
        let descriptions = outputs.map { output in
            let folder = FileName(output.path).folder
            return folder.isEmpty ? DataPackage.fileName : "\(folder)/\(DataPackage.fileName)"
        }
        let scan = InputScan(
            include: include, exclude: exclude, password: input.password, depth: input.depth,
            ownFiles: Set(outputs.flatMap { $0.files + [$0.ledgerPath] } + descriptions + [ledger].compactMap(\.self)))
        let files: [InputFile]
        do throws(OutputError) { files = try scan.files(inputs + listed) } catch {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
        guard !files.isEmpty else {
            StandardStream.say("no files to convert; --include says which files of folders are taken")
            throw ExitCode(1)
        }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let jobs = jobs ?? cores
        var recognition = ocr.options
        // Files side by side share the cores.
        recognition.threads = ocr.ocrThreads ?? max(1, cores / jobs)
        let pool = WorkerPool(
            tool: "/proc/self/exe", jobs: jobs, limits: limits.limits, forms: forms.forms, password: input.password,
            ocr: recognition, office: office.options)
        let run = ArchiveRun(
            files: files, pool: pool, forms: try forms.library(), outputs: outputs, ledgerPath: ledger,
            tool: Nianbao.configuration.version, retriesFailed: retryFailed)
        let progress = RunProgress(log)
        do {
            if dryRun { return progress.plan(try await run.plan()) }
            let count = try await run.run { progress.note($0) }
            progress.end(count)
            guard count.allRead + count.duplicates > 0, count.allRead > 0 else { throw ExitCode(1) }
            if count.allFailed > 0 || count.unread > 0 || count.lacking > 0 { throw ExitCode(2) }
        } catch let error as OutputError {
            progress.stop(error.description)
            throw ExitCode(1)
        } catch let error as WorkerStartError {
            progress.stop(error.description)
            throw ExitCode(1)
        }
    }

    private func targets() throws -> [OutputTarget] {
        var paths = Set<String>()
        return try outputs.map { path in
            guard let target = OutputTarget(path: path, isFolder: FileStatus(path)?.kind == .folder) else {
                throw ValidationError("\(path): an output is \(OutputTarget.expectation).")
            }
            guard paths.isDisjoint(with: target.files) else { throw ValidationError("\(path) is written twice.") }
            paths.formUnion(target.files)
            return target
        }
    }
}
