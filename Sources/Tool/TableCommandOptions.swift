import ArgumentParser
import Nianbao
import TableGrid

/// What every command that looks for tables takes about how.
struct TableCommandOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A JSON file with tolerances of table finding that differ from the usual ones; schema --table-options prints all of them.",
            valueName: "file"))
    var tableOptions: String?

    /// - Throws: where there is no such file, or it holds something else.
    func read() throws -> TableOptions {
        do { return try tableOptions.map { try TableOptions(path: $0) } ?? .standard } catch {
            StandardStream.say("\(error)")
            throw ExitCode(64)
        }
    }
}
