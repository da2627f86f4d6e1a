import ArgumentParser
import ReportStandard

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a report.",
        discussion: """
            JSON Schema draft 2020-12, for what extract prints: an object of json, a line of ndjson.

            Examples
              nianbao schema > report.schema.json
              nianbao schema | jq '."$defs".figure.properties.status.enum'
            """)

    @OptionGroup var output: OutputOptions

    func run() throws { try output.write(ReportSchema.text) }
}
