import ArgumentParser
import FileAccess
import Nianbao

struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Read files that another program names, one after the other.",
        discussion: """
            The other program survives whatever a file does to this one; nianbao convert starts workers by itself.

            A request is a line of JSON on standard input:
              {"id": 1, "path": "report.pdf"}
            and "password" where one is needed, "name" where the file is to be called otherwise than its path, "content" with \
            "sha256", "size" and "modified" (nanoseconds since 1970) where these are known.
            An answer is a line of JSON on standard output, and as many bytes behind it as "bytes" says:
              {"bytes": 48211, "id": 1, "last": false, "memory": 31457280, "reports": 1, "seconds": 0.021, …}
            Those bytes are the file's reports, each on a line as extract --format ndjson prints them. Where the file gives \
            none, "error" says why, "skipped" whether it is not to be read, and "bytes" is 0. An archive gives the reports of all its \
            files; "failed" names those that give none. "memory" is the most resident memory, in bytes.

            After an answer with "last" true the worker ends; start another one. A worker that takes too much memory ends with \
            exit code 12, one that takes more processor time with 62. One may also wait for ever: keep the time by the clock and \
            kill it; nothing is lost but the answer to the last request. It ends by itself with its standard input, and with the \
            program that started it.

            Exit codes: 0 its work is done, 1 nobody reads its answers, 12 memory limit, 62 time limit, 64 wrong usage.

            Example
              printf '%s\\n' '{"id": 1, "path": "report.pdf"}' | nianbao worker
            """)

    @Option(help: ArgumentHelp("After this many files it ends.", valueName: "number"))
    var files = 500

    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var forms: FormOptions

    func validate() throws {
        guard files >= 1 else { throw ValidationError("--files takes 1 or more.") }
    }

    func run() throws {
        var limits = limits.limits
        limits.files = files
        let worker = Worker(forms: try forms.library(), limits: limits, ocr: ocr.options, office: office.options)
        do throws(SystemError) {
            try worker.serve()
        } catch {
            StandardStream.say("worker: \(error.description)")
            throw ExitCode(1)
        }
    }
}
