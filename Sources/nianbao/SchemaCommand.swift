import ArgumentParser
import ReportForms
import ReportStandard

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a report, of a finding, or of a form.",
        discussion: """
            JSON Schema draft 2020-12, for what extract prints: an object of json, a line of ndjson. With --findings for \
            what check prints, with --form for the data files that --forms takes.

            Examples
              nianbao schema > report.schema.json
              nianbao schema | jq '."$defs".figure.properties.status.enum'
              nianbao schema --form > form.schema.json
            """)

    @Flag(help: "The schema of what check prints: an element of json, a line of ndjson.")
    var findings = false

    @Flag(help: "The schema of forms' data files.")
    var form = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if findings && form { throw ValidationError("Choose either --findings or --form.") }
    }

    func run() throws {
        try output.write(findings ? FindingSchema.text : form ? FormSchema.text : ReportSchema.text)
    }
}
