import ArgumentParser
import Nianbao
import ReportForms
import ReportStandard
import TableGrid

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Print the JSON Schema of a report, of a finding, of a form or of a file of words, or the columns of tables.",
        discussion: """
            JSON Schema draft 2020-12, for what extract prints: an object of json, a line of ndjson. With --findings for \
            what check prints, with --form for the data files that --forms takes. --columns prints no schema but the columns of \
            documents, figures, checks and findings, with their names, types and meaning, for programs that make tables of reports: \
            "member" says where the JSON of a figure, check or finding has what stands in a column, "outputs" which outputs of \
            convert have it. --table-options prints the tolerances of table finding with their usual values; tables, extract and \
            inspect take a file of those that are to be others.

            Examples
              nianbao schema > report.schema.json
              nianbao schema | jq '."$defs".figure.properties.status.enum'
              nianbao schema --form > form.schema.json
              nianbao schema --table-options | jq .typography.columnGap
              nianbao schema --columns | jq -r '.figures[] | [.name, .type, .meaning] | @tsv'
            """)

    @Flag(help: "The schema of what check prints: an element of json, a line of ndjson.")
    var findings = false

    @Flag(help: "The schema of forms' data files.")
    var form = false

    @Flag(help: "The schema of a file of words that belong to no form.")
    var words = false

    @Flag(help: "The columns of documents, figures, checks and findings in CSV, databases and spreadsheets.")
    var columns = false

    @Flag(help: "The tolerances of table finding, with their usual values.")
    var tableOptions = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if [findings, form, words, columns, tableOptions].count(where: \.self) > 1 {
            throw ValidationError("Choose one of --findings, --form, --words, --columns and --table-options.")
        }
    }

    func run() throws {
        try output.write(text())
    }

    private func text() throws -> String {
        if tableOptions { return try TableOptions.standardText }
        if columns { return try ColumnList.text }
        if findings { return FindingSchema.text }
        if form { return FormSchema.text }
        return words ? WordsSchema.text : ReportSchema.text
    }
}
