import ArgumentParser
import CBuild
import Nianbao

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@main
struct Nianbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nianbao",
        abstract: "Harvest the figures of China's annual reports on open government information.",
        discussion: """
            Reads published reports (政府信息公开工作年度报告) and gives every figure of their statutory tables with its \
            code, page, box and printed text, checked by the report's own arithmetic.

            Start with
              nianbao extract report.pdf | jq .requests.new.total
              nianbao extract *.pdf --format csv --output figures.csv
              nianbao check *.pdf
              nianbao convert archive/ --output figures.sqlite
              nianbao draw report.pdf --page 2 --output page2.png

            Data goes to standard output, findings and errors to standard error. Exit codes: 0 all well; 1 nothing could \
            be read; 2 some files failed or lack a required table; 64 wrong usage.

            Environment: NIANBAO_CONFIG names a file for --config, NIANBAO_OCR the virtual environment with the recognition \
            engine. Output is never coloured.
            """,
        version: String(cString: nb_build_version()),
        subcommands: [
            ExtractCommand.self, ConvertCommand.self, SummaryCommand.self, CheckCommand.self, TablesCommand.self,
            InspectCommand.self,
            DrawCommand.self,
            SchemaCommand.self,
            IndicatorsCommand.self, FormsCommand.self, WorkerCommand.self,
        ])

    @Option(
        help: ArgumentHelp(
            "A JSON file with defaults of options, an object for each command: {\"convert\": {\"jobs\": 2, \"exclude\": [\"drafts\"]}}; $NIANBAO_CONFIG by default. What is given on the command line counts more.",
            valueName: "file"))
    var config: String?

    /// Commands that wait for nothing run here, on the main thread, whose stack is the largest.
    @MainActor
    static func main() async {
        StandardStream.ignoreClosedPipes()
        do {
            let arguments = try DefaultOptions.added(
                to: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
            var command = try parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
        } catch {
            // The parser's own answer to --version is the number alone.
            if message(for: error) == configuration.version { return printVersion() }
            exit(withError: error)
        }
    }

    /// The version and the commit, and on the lines below what it is built on.
    private static func printVersion() {
        let commit = String(cString: nb_build_commit())
        let own = "nianbao \(configuration.version)" + (commit.isEmpty ? "" : " (\(commit))")
        let lines = [own] + EngineVersions.lines
        try? StandardStream.output.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
