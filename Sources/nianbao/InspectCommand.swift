import ArgumentParser
import Conversion

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a PDF is: pages, fonts, text or scan, lines, tables.",
        discussion: """
            Examples
              nianbao inspect report.pdf | jq '.pages[] | {page, content, glyphs, rulings}'
              nianbao inspect report.pdf --glyphs --pages 2 | jq -r .text | tr -d '\\n'
              nianbao inspect report.pdf --rulings | jq -c 'select(.kind == "vertical") | .box'
            """)

    @Argument(help: "A PDF file; - for standard input.")
    var file: String

    @Flag(help: "Print every glyph with its position, one JSON object a line.")
    var glyphs = false

    @Flag(help: "Print every ruling line and filled box, one JSON object a line.")
    var rulings = false

    @Option(help: ArgumentHelp("Pages for --glyphs and --rulings, such as 1-3,7; all by default.", valueName: "pages"))
    var pages: PageSelection?

    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if glyphs && rulings { throw ValidationError("Choose either --glyphs or --rulings.") }
    }

    func run() throws {
        do {
            guard glyphs || rulings else {
                return try output.write(
                    JSONText.pretty(Inspection(path: file, password: input.password, ocr: ocr.options)) + "\n")
            }
            let lines = GlyphLines(path: file, password: input.password)
            var text = ""
            if glyphs {
                try lines.glyphs(pages: pages) { text += $0 + "\n" }
            } else {
                try lines.rulings(pages: pages) { text += $0 + "\n" }
            }
            try output.write(text)
        } catch let error as ReadError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
    }
}
