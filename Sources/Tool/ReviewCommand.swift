import ArchiveConversion
import ArgumentParser
import FileAccess
import Nianbao
import Posix
import Review
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Settle what is in doubt, beside the page, in the browser.",
        discussion: """
            Takes the first output of a nianbao convert that has come to its end, or files, which are read first. Serves a page on this \
            machine only, prints its address and opens the browser. The address holds a secret: who does not know it can neither read \
            nor decide. Ctrl-C ends it; every decision is on the disk at once.

            The page has a queue, the worst first: checks that fail, figures in doubt, figures that are missing, reports that do not \
            agree. Each is shown beside the picture of its page, with what speaks against it and what the sums would give. One key \
            settles it; ? lists the keys. It is in Chinese or English, as the browser is.

            Decisions are lines of a file that is only ever added to: NAME.decisions.ndjson beside the conversion, decisions.ndjson \
            here for files. Several people may decide at the same time. nianbao convert --decisions lays them over the outputs; \
            nianbao decisions lists, counts and merges them.

            --export writes what agencies have to answer instead: findings.xlsx, and a page for printing for each agency, in Chinese, \
            with pictures of the places.

            Exit codes: 0 all well, 1 no conversion, or nothing could be read, 64 wrong usage.

            Examples
              nianbao review figures.sqlite
              nianbao review report.pdf report.docx --decisions decisions.ndjson
              nianbao review json/ --name 王芳 --no-open --port 8700
              nianbao review figures.sqlite --export questions/
            """)

    @Argument(
        help: ArgumentHelp("The first output of a conversion, or its ledger; or files to read.", valueName: "input"))
    var inputs: [String]

    @Option(help: ArgumentHelp("The file of decisions; it is made with the first one.", valueName: "file"))
    var decisions: String?

    @Option(help: ArgumentHelp("Who decides; the name of the user by default.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Serve on this port; on a free one by default.", valueName: "number"))
    var port: UInt16 = 0

    @Flag(inversion: .prefixedNo, help: "Open the page in the browser.")
    var open = true

    @Option(help: ArgumentHelp("Write what agencies have to answer into this folder, and end.", valueName: "folder"))
    var export: String?

    @OptionGroup var limits: LimitOptions
    @OptionGroup var forms: FormOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name a conversion, or at least one file.") }
    }

    func run() async throws {
        var temporary: String?
        defer { temporary.map { try? FileManager.default.removeItem(atPath: $0) } }
        let ledger: String
        if inputs.count == 1, let found = Conversion.ledgerPath(of: inputs[0]) {
            ledger = found
        } else {
            let folder = FileManager.default.temporaryDirectory.path + "/nianbao-review-\(UUID().uuidString)"
            temporary = folder
            ledger = try await read(into: folder)
        }
        var options = ReviewServer.Options(
            ledger: ledger,
            decisions: decisions ?? (temporary == nil ? Conversion.decisionsPath(of: inputs[0]) : "decisions.ndjson"),
            reviewer: name ?? Self.userName,
            title: FileName(inputs[0]).last.isEmpty ? inputs[0] : String(FileName(inputs[0]).last))
        options.port = port
        options.password = input.password
        do {
            let server = try await ReviewServer(options, forms: try forms.library())
            for problem in await server.problems { StandardStream.say(problem.description) }
            if let export {
                let count = try await server.export(into: export)
                StandardStream.say("\(export): findings.xlsx and \(count) pages")
            } else {
                try await serve(server, decisions: options.decisions)
            }
        } catch let error as ReviewError {
            StandardStream.say(error.message[LanguageOptions.ofEnvironment])
            throw ExitCode(1)
        } catch let error as FileError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
    }

    private func serve(_ server: ReviewServer, decisions: String) async throws {
        let opens = open
        let task = Task {
            let browser = Mutex<Browser?>(nil)
            try await server.run { address in
                try? StandardStream.output.write(Array((address + "\n").utf8))
                StandardStream.say("decisions go to \(decisions); Ctrl-C ends")
                if opens { browser.withLock { $0 = Browser(address) } }
            }
        }
        let interruption = Interruption { task.cancel() }
        defer { interruption.end() }
        do { try await task.value } catch is CancellationError {} catch {
            guard !task.isCancelled else { return }
            StandardStream.say("the server cannot go on: \(error)")
            throw ExitCode(1)
        }
    }

    /// Reads files into a conversion that lasts as long as the review.
    private func read(into folder: String) async throws -> String {
        let files: [InputFile]
        do throws(FileError) {
            files = try InputScan(password: input.password, depth: input.depth).files(inputs)
        } catch {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
        guard let output = OutputTarget(path: folder + "/figures.ndjson", isFolder: false) else { throw ExitCode(1) }
        let pool = WorkerPool(
            tool: "/proc/self/exe", jobs: ProcessInfo.processInfo.activeProcessorCount, limits: limits.limits,
            forms: forms.forms, password: input.password, ocr: ocr.options, office: office.options)
        let run = ArchiveRun(
            files: files, pool: pool, forms: try forms.library(), outputs: [output],
            tool: Nianbao.configuration.version)
        do {
            let count = try await run.run { step in
                switch step {
                case .failed(let file, let cause), .skipped(let file, let cause):
                    StandardStream.say("\(file): \(cause)")
                case .reading, .writing: break
                }
            }
            guard count.allRead > 0 else { throw ExitCode(1) }
        } catch let error as FileError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        } catch let error as WorkerStartError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
        return output.ledgerPath
    }

    /// As the system knows who has started this: the full name, else the short one.
    private static var userName: String {
        guard let entry = getpwuid(getuid()) else { return "?" }
        let full = entry.pointee.pw_gecos.map { String(cString: $0) }?.split(separator: ",").first.map(String.init)
        let short = entry.pointee.pw_name.map { String(cString: $0) }
        return [full, short].compactMap(\.self).first { !$0.isEmpty } ?? "?"
    }
}
