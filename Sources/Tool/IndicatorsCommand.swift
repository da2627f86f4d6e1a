import ArgumentParser
import Nianbao
import ReportForms

extension CodeBook.Format: ExpressibleByArgument {}

struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Print the code book: every figure of every form.",
        discussion: """
            A code is the JSON path of its figure: requests.new.total is .requests.new.total.value. Labels are those of the \
            form, with an English translation.

            --crosswalk prints which codes of the forms of 2014, 2019 and 2021 stand for the same thing, one row for every \
            step from a form to the next, and whether the figures may be compared (yes, with_care, no) and why. In a code \
            list + adds figures, | parts other ways to print the same.

            Examples
              nianbao indicators > indicators.csv
              nianbao indicators --form 2021 | grep ,requests.new.
              nianbao indicators --crosswalk | grep ,no,
            """)

    @Option(help: ArgumentHelp("Only this form, such as 2021.", valueName: "form"))
    var form: String?

    @Flag(help: "Print the crosswalk between the national forms instead.")
    var crosswalk = false

    @Option(help: "csv or json.")
    var format: CodeBook.Format = .csv

    @OptionGroup var forms: FormOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if crosswalk, form != nil || forms.forms != nil {
            throw ValidationError("--crosswalk is between the national forms: it takes neither --form nor --forms.")
        }
    }

    func run() throws {
        if crosswalk { return try output.write(format.text(Crosswalk.builtIn())) }
        let all = try forms.library().forms
        let chosen = all.filter { form == nil || $0.form == form }
        guard !chosen.isEmpty else {
            throw ValidationError("No form \(form ?? ""). Known forms: \(all.map(\.form).joined(separator: ", ")).")
        }
        try output.write(format.text(chosen))
    }
}
