import ArgumentParser
import FileAccess
import Nianbao
import ReportForms

extension PageDrawing.Layer: ExpressibleByArgument {}

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw a page with what was made of it laid over, as SVG or PNG.",
        discussion: """
            The ending of the output's name says which. Colours of codes tell the figures' status.

            Examples
              nianbao draw report.pdf --page 2 --output page2.svg
              nianbao draw report.pdf --page 2 --layer rulings --layer grid --output lines.png
            """)

    @Argument(help: "A PDF or OFD file, or a picture; - for standard input.")
    var file: String

    @Option(name: [.short, .long], help: "The page to draw, from 1.")
    var page = 1

    @Option(
        name: .customLong("layer"), parsing: .singleValue,
        help:
            "rulings, crossings, grid, cells, text or codes; may be given several times; rulings, grid, cells and codes by default."
    )
    var layers: [PageDrawing.Layer] = []

    @Option(help: "Pixels per inch of the page's image, 10 to 1200.")
    var resolution = 144.0

    @OptionGroup var forms: FormOptions
    @OptionGroup var ocr: OCRCommandOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard page >= 1 else { throw ValidationError("Pages are numbered from 1.") }
        guard (10...1200).contains(resolution) else { throw ValidationError("--resolution takes 10 to 1200.") }
        _ = try format()
    }

    func run() throws {
        let drawing = PageDrawing(
            forms: try forms.library(), layers: layers.isEmpty ? PageDrawing.usualLayers : Set(layers),
            resolution: resolution, password: input.password, ocr: ocr.options)
        do {
            try output.write(drawing.picture(path: file, page: page, format: format()))
        } catch let error as ReadError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
    }

    private func format() throws -> PageDrawing.Format {
        guard let name = output.output else { return .svg }
        guard let format = PageDrawing.Format(rawValue: FileName(name).ending)
        else {
            throw ValidationError("--output must end in .svg or .png.")
        }
        return format
    }
}
