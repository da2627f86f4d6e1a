import ArgumentParser
import DocumentModel
import FileAccess
import Nianbao
import TableGrid

extension TableFormat: ExpressibleByArgument {}
extension TableOptions.Mode: EnumerableFlag {}
extension PageSelection: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract:
            "Print the tables of any PDF, OFD file, picture, web page, office document or Markdown file, whatever it is about.",
        discussion: """
            Rebuilds tables from the page's lines and glyphs: merged cells with their spans, numbers broken over lines, \
            tables that go on over pages joined into one. Where rules are missing, columns come from gaps in the text \
            and rows from its baselines; such tables have "ruled": false. Tables of web pages, office documents and \
            Markdown are as their markup says; they have no page and no box, and options for pages do not concern them.

            With --check, rows and columns that add up others are found by their words and by arithmetic, and listed as \
            "relations"; sums that fail are named on standard error, and their figures are in doubt. What else is in \
            doubt is told too: as "doubts" in JSON, as titles and colours in HTML. --certain leaves it out: tables \
            without rules whose sums confirm nothing, and the text of cells in doubt.

            Several files give one JSON object each, or their tables one after the other. With --output FOLDER/ every \
            table becomes a file of its own.

            Examples
              nianbao tables budget.pdf --format csv
              nianbao tables budget.pdf --pages 3-5 --format html > tables.html
              nianbao tables budget.pdf --area 50,100,545,700 --columns 120,300 --format csv
              nianbao tables *.pdf --format csv --output tables/
              nianbao tables --check yearbook.pdf --format html > tables.html
              nianbao tables budget.pdf | jq '.tables[0].cells[] | select(.row == 0).text'
            """)

    @Argument(
        help: ArgumentHelp(
            "PDF and OFD files, pictures, web pages, office documents, Markdown; - for standard input.",
            valueName: "file"))
    var files: [String]

    @Option(help: "json (cells with spans, pages and boxes), csv, html (rowspan and colspan) or markdown.")
    var format: TableFormat = .json

    @Option(help: ArgumentHelp("Pages to look at, such as 1-3,7 or 5-; all by default.", valueName: "pages"))
    var pages: PageSelection?

    @Flag(help: "Take grids from rules where there are any, from rules alone, or from the text alone.")
    var mode: TableOptions.Mode = .auto

    @Option(
        help: ArgumentHelp(
            "Look only at this part of each page, in points from its top-left corner.", valueName: "x0,y0,x1,y1"))
    var area: Numbers?

    @Option(
        help: ArgumentHelp("Read the area as one table with borders between columns at these x.", valueName: "x,x,…"))
    var columns: Numbers?

    @Flag(inversion: .prefixedNo, help: "Join tables that go on over a page break.")
    var joinPages = true

    @Flag(help: "Find totals and balances, and check them.")
    var check = false

    @Flag(help: "Leave out what is in doubt; checks sums, too.")
    var certain = false

    @OptionGroup var finding: TableCommandOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if files.isEmpty { throw ValidationError("Name at least one file, or - for standard input.") }
        if let area, area.values.count != 4 { throw ValidationError("--area takes four numbers: x0,y0,x1,y1.") }
    }

    func run() throws {
        let extraction = TableExtraction(
            options: try options(), password: input.password, pages: pages, ocr: ocr.options, office: office.options)
        var text = ""
        var found = 0
        var damagedPages = 0
        let failures = try input.forEachFile(of: files) { file in
            let tables = try extraction.tables(in: file) { error in
                StandardStream.say(error.description)
                damagedPages += 1
            }
            found += 1
            if tables.isEmpty { StandardStream.say("\(file.name): no table found") }
            let checked = doubted(tables, file: file.name)
            if output.isFolder {
                try write(checked, of: file.name)
            } else {
                if format != .json && !text.isEmpty && !checked.isEmpty { text += "\n" }
                text += try format.text(checked, file: file.name)
            }
        }
        guard found > 0 else { throw ExitCode(1) }
        if !output.isFolder { try output.write(text) }
        if failures + damagedPages > 0 { throw ExitCode(2) }
    }

    /// With what speaks against them, of which is told; without what is in doubt, if that is asked for.
    private func doubted(_ tables: [Table], file: String) -> [CheckedTable] {
        let all = tables.map { CheckedTable($0, checksSums: check || certain) }
        if check { for failure in all.flatMap(\.failures) { StandardStream.say("\(file): \(failure)") } }
        guard certain else { return all }
        let rest = all.compactMap(\.certain)
        if rest.count < all.count {
            StandardStream.say("\(file): tables in doubt left out: \(all.count - rest.count)")
        }
        return rest.map { CheckedTable($0, checksSums: check) }
    }

    /// Flags count more than the file of options.
    private func options() throws -> TableOptions {
        var options = try finding.read()
        if !joinPages { options.joinsPages = false }
        if mode != .auto { options.mode = mode }
        if let columns { options.columns = columns.values }
        if let area {
            options.area = Box(x0: area.values[0], y0: area.values[1], x1: area.values[2], y1: area.values[3])
        }
        return options
    }

    /// `budget-1.csv`, `budget-2.csv`, …
    private func write(_ tables: [CheckedTable], of file: String) throws {
        let name = FileName(file == "-" ? "stdin" : file)
        let stem = name.ending == "pdf" ? name.stem : name.last
        for (number, table) in tables.enumerated() {
            try output.write(Array(format.text(table).utf8), named: "\(stem)-\(number + 1).\(format.fileEnding)")
        }
    }
}

/// Numbers separated by commas.
struct Numbers: ExpressibleByArgument {
    var values: [Double]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard !parts.contains(where: { $0?.isFinite != true }) else { return nil }
        values = parts.compactMap(\.self)
    }
}
