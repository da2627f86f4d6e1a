import ArgumentParser
import FileAccess
import Nianbao
import ReportForms
import ReportStandard

extension ReportFormat: ExpressibleByArgument {}

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read reports and print their figures.",
        discussion: """
            Takes PDF and OFD files, pictures, web pages (HTML, MHTML), documents of Word and WPS, workbooks, OpenDocument, RTF, Markdown \
            and text, and archives of them, by their content; - for standard input. A file that holds several reports gives \
            several; of an archive they are numbered over all of its files. Files of older programs (DOC, XLS, RTF) need LibreOffice.

            Every figure has a value, a status and its printed text, and in a file with pages its page and box (points, top-left \
            origin). The status says how far to trust it:
              printed    read as printed; text, place and report are certain
              blank      a dash, a slash, or an empty cell that nothing fixes
              recovered  empty or unreadable, but fixed by the report's arithmetic
              suspect    in doubt; "doubts" says why
              missing    the form has it, the document does not show it

            Examples
              nianbao extract report.pdf | jq .requests.new.total.value
              nianbao extract *.pdf *.html --format csv --output figures.csv
              nianbao extract *.pdf --format ndjson | jq -c '[.agency.name, .year, .requests.new.total.value]'
              curl -s https://example.org/report.pdf | nianbao extract -
              nianbao extract --forms samples/forms budget.md
            """)

    @Argument(help: ArgumentHelp("Reports to read; - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "json (one report an object, several an array), ndjson (one a line) or csv (one figure a row).")
    var format: ReportFormat = .json

    @Flag(name: [.short, .long], help: "Do not print findings on standard error.")
    var quiet = false

    @Flag(
        name: .customLong("datapackage"), inversion: .prefixedNo,
        help:
            "Beside an output that ends in .csv write datapackage.json, which describes its columns (Data Package 2.0); of one that is there only what is known of this file is replaced."
    )
    var describes = true

    @OptionGroup var language: LanguageOptions
    @OptionGroup var forms: FormOptions
    @OptionGroup var tables: TableCommandOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if files.isEmpty { throw ValidationError("Name at least one report, or - for standard input.") }
    }

    func run() throws {
        let forms = try forms.library()
        var extraction = ReportExtraction(
            forms: forms, password: input.password, tables: try tables.read(), ocr: ocr.options,
            office: office.options)
        extraction.depth = input.depth
        var reports: [Report] = []
        var failures = 0
        var lost = 0
        for file in files {
            do {
                let found = try extraction.reports(path: file) { lost += told($0) }
                if !quiet { found.forEach(printFindings) }
                reports += found
            } catch {
                StandardStream.say(error.description)
                failures += 1
            }
        }
        guard failures < files.count else { throw ExitCode(1) }
        let bytes = Array(try format.text(reports, forms: forms, language: language.forData).utf8)
        try output.write(bytes)
        if format == .csv, describes, let name = output.fileName, FileName(name).ending == "csv" {
            try describe(FileBytes(name: name, bytes), of: reports, forms: forms)
        }
        let lacksTable = reports.contains { $0.findings.contains { $0.kind == .tableMissing } }
        if failures + lost > 0 || lacksTable { throw ExitCode(2) }
    }

    /// Tells of a file in an archive that gives no report; 1 where it may be one.
    private func told(_ passed: DocumentFiles.PassedOver) -> Int {
        if passed.mayBeReport || !quiet { StandardStream.say(passed.error.description) }
        return passed.mayBeReport ? 1 : 0
    }

    /// Writes what the columns of the CSV file are, beside it.
    private func describe(_ csv: FileBytes, of reports: [Report], forms: FormLibrary) throws {
        let existing = output.bytes(beside: DataPackage.fileName)
        let package = DataPackage(csv: csv, reports: reports, forms: forms)
        if let text = try package.text(existing: existing) {
            try output.write(Array(text.utf8), beside: DataPackage.fileName)
        } else {
            StandardStream.say("\(output.path(beside: DataPackage.fileName)): is no data package; left as it is")
        }
    }

    private func printFindings(of report: Report) {
        let language = language.forPeople
        for finding in report.findings where finding.severity > .note {
            let page = finding.page.map { ": " + Wording.page($0)[language] } ?? ""
            StandardStream.say(
                "\(report.source.file)\(page): \(finding.severity.wording[language]): \(finding.message(in: language))")
        }
    }
}
