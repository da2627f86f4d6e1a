import ArgumentParser
import ReportStandard

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a report.",
        discussion: "JSON Schema draft 2020-12, for what extract prints: an object of json, a line of ndjson.")

    @OptionGroup var output: OutputOptions

    func run() throws { try output.write(ReportSchema.text) }
}
