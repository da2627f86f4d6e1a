import ArgumentParser
import Conversion
import PDFReader
import TableGrid

extension TableFormat: ExpressibleByArgument {}
extension PageSelection: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Print every ruled table of a PDF, whatever it is about.",
        discussion: """
            Rebuilds the tables from the page's lines and glyphs: merged cells with their spans, numbers broken over \
            lines, tables that go on over pages joined into one.

            Examples
              nianbao tables budget.pdf --format csv
              nianbao tables budget.pdf --pages 3-5 --format html > tables.html
              nianbao tables budget.pdf | jq '.tables[0].cells[] | select(.row == 0).text'
            """)

    @Argument(help: "A PDF file; - for standard input.")
    var file: String

    @Option(help: "json (cells with spans, pages and boxes), csv, html (rowspan and colspan) or markdown.")
    var format: TableFormat = .json

    @Option(help: ArgumentHelp("Pages to look at, such as 1-3,7 or 5-; all by default.", valueName: "pages"))
    var pages: PageSelection?

    @Flag(inversion: .prefixedNo, help: "Join tables that go on over a page break.")
    var joinPages = true

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var options = TableOptions.standard
        options.joinsPages = joinPages
        do {
            let tables = try TableExtraction(options: options, password: input.password, pages: pages).tables(
                path: file)
            if tables.isEmpty { StandardStream.say("\(file): no ruled table found") }
            try output.write(format.text(tables, file: file))
        } catch let error as PDFError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
    }
}
