import ArgumentParser

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
            """,
        version: "0.1.0",
        subcommands: [
            ExtractCommand.self, ConvertCommand.self, SummaryCommand.self, CheckCommand.self, TablesCommand.self,
            InspectCommand.self,
            DrawCommand.self,
            SchemaCommand.self,
            IndicatorsCommand.self, FormsCommand.self, WorkerCommand.self,
        ])

    /// Commands that wait for nothing run here, on the main thread, whose stack is the largest.
    @MainActor
    static func main() async {
        StandardStream.ignoreClosedPipes()
        do {
            var command = try parseAsRoot(nil)
            if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
        } catch {
            exit(withError: error)
        }
    }
}
