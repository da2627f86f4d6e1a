import Archive
import ArgumentParser

struct SummaryCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Say what a conversion has found: by year and form.",
        discussion: """
            Takes the first output of a nianbao convert that has come to its end. "complete" is the part of the forms' figures \
            that are known (printed, recovered, or blank); "failed" counts checks of the reports' own arithmetic that do not hold.

            Exit codes: 0 all well, 1 no finished conversion, 64 wrong usage.

            Examples
              nianbao summary figures.sqlite
              nianbao summary json/ --format json | jq '.groups[] | [.year, .form, .documents]'
            """)

    @Argument(help: ArgumentHelp("The first output of a conversion, or its ledger.", valueName: "output"))
    var converted: String

    @Option(help: "table (for people) or json.")
    var format: Format = .table

    @OptionGroup var output: OutputOptions

    func run() throws {
        do {
            guard let path = ledgerPath, let summary = try ArchiveSummary(ledger: path) else {
                StandardStream.say("\(converted): no conversion has come to its end here")
                throw ExitCode(1)
            }
            try output.write(format == .table ? summary.table : summary.json)
        } catch let error as OutputError {
            StandardStream.say("\(error.path): cannot be read: \(error.cause)")
            throw ExitCode(1)
        }
    }

    private var ledgerPath: String? {
        let beside = OutputTarget(path: converted, isFolder: FileSystem.isFolder(converted))?.ledgerPath
        return [beside, converted].compactMap(\.self).first { $0.hasSuffix(".ledger") && FileSystem.isFile($0) }
    }
}
