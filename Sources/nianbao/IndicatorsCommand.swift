import ArgumentParser
import Conversion
import ReportForms

struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Print the code book: every figure of every form, as CSV.",
        discussion: """
            A code is the JSON path of its figure: requests.new.total is .requests.new.total.value.

            Examples
              nianbao indicators > indicators.csv
              nianbao indicators --form 2021 | grep ,requests.new.
            """)

    @Option(help: ArgumentHelp("Only this form, such as 2021.", valueName: "form"))
    var form: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let forms = try FormLibrary.builtIn().forms.filter { form == nil || $0.form == form }
        guard !forms.isEmpty else {
            let known = try FormLibrary.builtIn().forms.map(\.form).joined(separator: ", ")
            throw ValidationError("No form \(form ?? ""). Known forms: \(known).")
        }
        try output.write(CodeBook.csv(of: forms))
    }
}
