import ArgumentParser
import FileAccess
import Nianbao
import ReportReader
import ReportStandard

extension FindingFormat: ExpressibleByArgument {}
extension Finding.Severity: ExpressibleByArgument {}
extension Finding.Kind: ExpressibleByArgument {}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Judge reports: their arithmetic, what they lack, and whether the years of an agency join up.",
        discussion: """
            Takes what extract takes, and what extract has written (JSON, NDJSON); - for standard input. Reports of the \
            same agency are looked at side by side: what one year carries over is what the next one begins with, and two \
            reports on the same year have the same figures. Names are the same whatever their width, blanks and script.

            A line on standard error counts reports, figures and findings; with --severity and --kind those that are left.

            Exit codes: 0 no error, 1 nothing could be read, 2 at least one finding is an error or a file could not be \
            read, 64 wrong usage.

            Examples
              nianbao check report.pdf
              nianbao check 2023.pdf 2024.html --language zh
              nianbao check *.pdf --severity warning --format csv --output findings.csv
              nianbao extract *.pdf --format ndjson | nianbao check - --format csv
              nianbao check --kinds
              printf '%s\\n' '鯨嶼市 人民政府' | nianbao check --names -
            """)

    @Argument(help: ArgumentHelp("Reports, or what extract has made of them; - for standard input.", valueName: "file"))
    var files: [String] = []

    @Option(help: "table (for people), csv, json (an array) or ndjson (one finding a line).")
    var format: FindingFormat = .table

    @Option(help: ArgumentHelp("The least severe findings to print: note, warning or error.", valueName: "severity"))
    var severity: Finding.Severity = .note

    @Option(
        name: .customLong("kind"), parsing: .singleValue,
        help: ArgumentHelp("Only findings of this kind; may be given several times.", valueName: "kind"))
    var only: [Finding.Kind] = []

    @Flag(help: "Print the kinds of findings instead: severity and meaning, as a table, CSV or JSON.")
    var kinds = false

    @Flag(
        help: """
            Take lists of agencies' names instead, one a line, and print line by line what each is compared by: equal where it \
            is the same agency's.
            """)
    var names = false

    @OptionGroup var language: LanguageOptions
    @OptionGroup var forms: FormOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if kinds && names { throw ValidationError("--kinds and --names exclude each other.") }
        if kinds && !files.isEmpty { throw ValidationError("--kinds takes no files.") }
        if !kinds && files.isEmpty { throw ValidationError("Name at least one report, or - for standard input.") }
    }

    func run() throws {
        let written = format == .table ? language.forPeople : language.forData
        if kinds { return try output.write(FindingBook.text(format, language: written)) }
        if names { return try output.write(comparedNames()) }
        let forms = try forms.library()
        var extraction = ReportExtraction(
            forms: forms, password: input.password, ocr: ocr.options, office: office.options)
        extraction.depth = input.depth
        var reports: [Report] = []
        var failures = 0
        var lost = 0
        for file in files {
            do throws(ReadError) {
                reports += try extraction.reports(path: file, takesStored: true) { passed in
                    StandardStream.say(passed.error.description)
                    if passed.mayBeReport { lost += 1 }
                }
            } catch {
                StandardStream.say(error.description)
                failures += 1
            }
        }
        guard failures < files.count else { throw ExitCode(1) }
        let findings = ReportComparison(forms: forms).findings(of: reports).filter {
            $0.finding.severity >= severity && (only.isEmpty || only.contains($0.finding.kind))
        }
        try output.write(format.text(findings, language: written, width: output.terminalWidth ?? 100))
        StandardStream.say(FindingCount(reports: reports, findings: findings).wording[language.forPeople])
        if failures + lost > 0 || findings.contains(where: { $0.finding.severity == .error }) { throw ExitCode(2) }
    }

    /// A line for every line, so that who asks knows which is which.
    private func comparedNames() throws -> String {
        var text = ""
        for file in files {
            do throws(FileError) {
                let bytes = try FileBytes(path: file)
                for line in bytes.prefix(bytes.count).lines {
                    text += AgencyName(String(decoding: line, as: UTF8.self)).text + "\n"
                }
            } catch {
                StandardStream.say(error.description)
                throw ExitCode(1)
            }
        }
        return text
    }
}
