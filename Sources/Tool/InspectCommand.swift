import ArgumentParser
import Nianbao

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file is and which tables it has; of one with pages also fonts, text or scan, lines.",
        discussion: """
            Examples
              nianbao inspect report.pdf | jq '.pages[] | {page, content, glyphs, rulings}'
              nianbao inspect report.pdf --glyphs --pages 2 | jq -r .text | tr -d '\\n'
              nianbao inspect report.pdf --trace --pages 2
              nianbao inspect report.pdf --rulings | jq -c 'select(.kind == "vertical") | .box'
            """)

    @Argument(
        help:
            "A file of any kind that is read, one with pages for --glyphs, --rulings and --trace; - for standard input."
    )
    var file: String

    @Flag(help: "Print every glyph with its position, one JSON object a line.")
    var glyphs = false

    @Flag(help: "Print every ruling line and filled box, one JSON object a line.")
    var rulings = false

    @Flag(help: "Print how tables were found: rules, groups, what was tried, what came of it.")
    var trace = false

    @Flag(help: "Print the trace as JSON, one object a page.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Pages for --glyphs, --rulings and --trace, such as 1-3,7; all by default.", valueName: "pages"))
    var pages: PageSelection?

    @OptionGroup var tables: TableCommandOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var office: OfficeCommandOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if [glyphs, rulings, trace].count(where: \.self) > 1 {
            throw ValidationError("Choose one of --glyphs, --rulings and --trace.")
        }
        if json && !trace { throw ValidationError("--json is for --trace.") }
    }

    func run() throws {
        do {
            if trace { return try output.write(traceText()) }
            guard glyphs || rulings else {
                return try inspect()
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

    /// Prints an object a file: of an archive one of each file in it.
    private func inspect() throws {
        var text = ""
        let failures = try input.forEachFile(of: [file]) { file in
            text +=
                try JSONText.pretty(
                    Inspection(file, password: input.password, ocr: ocr.options, office: office.options)) + "\n"
        }
        guard !text.isEmpty else { throw ExitCode(1) }
        try output.write(text)
        if failures > 0 { throw ExitCode(2) }
    }

    private func traceText() throws -> String {
        let traces = try PageTrace.traces(
            path: file, pages: pages, tables: tables.read(), password: input.password, ocr: ocr.options)
        return try traces.map { json ? try JSONText.line($0) + "\n" : $0.text }.joined()
    }
}
