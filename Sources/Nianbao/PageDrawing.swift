internal import DocumentModel
internal import FileAccess
public import ReportForms
internal import ReportStandard
internal import TableGrid

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A picture of one page with what was made of it laid over: for settling by a look why a table came out as it did.
public struct PageDrawing: Sendable {
    /// What is laid over the page.
    public enum Layer: String, Hashable, Sendable, CaseIterable {
        /// Ruling lines as found in the file.
        case rulings
        /// Where lines that may make a table cross.
        case crossings
        /// The grid's row and column borders.
        case grid
        /// The cells, merged ones as one.
        case cells
        /// Lines of text as they were put together, inside tables and outside.
        case text
        /// The codes of the figures, coloured by status.
        case codes
    }

    public enum Format: String, Hashable, Sendable, CaseIterable {
        case svg, png
    }

    /// What tells most without hiding the page.
    public static let usualLayers: Set<Layer> = [.rulings, .grid, .cells, .codes]

    public var layers: Set<Layer>
    /// Pixels per inch of the page's image.
    public var resolution: Double
    private let extraction: ReportExtraction

    public init(
        forms: FormLibrary, layers: Set<Layer> = usualLayers, resolution: Double = 144, password: String? = nil,
        ocr: OCROptions = OCROptions()
    ) {
        self.layers = layers
        self.resolution = resolution
        extraction = ReportExtraction(forms: forms, password: password, ocr: ocr)
    }

    /// The picture of page `number` (from 1) of the file at `path`, with what ``ReportExtraction`` makes of it.
    public func picture(path: String, page number: Int, format: Format) throws(ReadError) -> [UInt8] {
        let (file, document, reports) = try extraction.reading(of: .reading(path), kept: PageSelection(number))
        guard let record = document.pages.first(where: { $0.number == number }), let found = record.found else {
            throw document.problems.first { $0.page == number }
                ?? ReadError(
                    .noSuchPage, file: path, page: number,
                    cause: "no such page; the file has \(document.pageCount ?? 0)")
        }
        let overlay = Drawing(shapes: shapes(of: found, reports: reports) + legend(height: record.height))
        switch format {
        case .png: return try file.png(page: number, resolution: resolution, overlay: overlay)
        case .svg:
            let image = try file.png(page: number, resolution: resolution, overlay: Drawing())
            return Array(overlay.svg(width: record.width, height: record.height, image: image).utf8)
        }
    }

    private func shapes(of found: PageRecord.Found, reports: [Report]) -> [Drawing.Shape] {
        let (layout, trace) = (found.layout, found.trace)
        var shapes: [Drawing.Shape] = []
        if layers.contains(.cells) { shapes += layout.pieces.flatMap(cells) }
        if layers.contains(.rulings) {
            shapes += trace.parts.flatMap { part in part.rules.map { Self.shape(of: $0, in: part.frame) } }
        }
        if layers.contains(.crossings) {
            shapes += trace.parts.flatMap { part in part.crossings.map { Self.shape(of: part.frame.toPage($0)) } }
        }
        if layers.contains(.text) {
            let inside = layout.pieces.flatMap { piece in piece.lines.map { piece.frame.toPage($0.box) } }
            shapes += (inside + layout.lines.map { layout.frame.toPage($0.box) }).map {
                .box($0, stroke: Palette.text, width: 0.4, fill: nil)
            }
        }
        if layers.contains(.grid) { shapes += layout.pieces.flatMap(Self.grid) }
        if layers.contains(.codes) { shapes += codes(of: reports, on: trace.page) }
        return shapes
    }

    private func cells(of piece: TablePiece) -> [Drawing.Shape] {
        piece.areas.map { area in
            let box = piece.pageBox(of: area).expanded(by: -1)
            let isMerged = area.rows.count > 1 || area.columns.count > 1
            return .box(
                box, stroke: nil, width: 0, fill: .init(isMerged ? Palette.merged : Palette.cell, opacity: 0.18))
        }
    }

    private static func shape(of ruling: Ruling, in frame: PageFrame) -> Drawing.Shape {
        line(along: ruling.box, in: frame, color: Palette.ruling, width: 1)
    }

    /// A line of the page's text, as it lies on the page: of a skewed page it leans.
    private static func line(along box: Box, in frame: PageFrame, color: Color, width: Double) -> Drawing.Shape {
        .line(
            from: frame.toPage(Point(x: box.x0, y: box.y0)), to: frame.toPage(Point(x: box.x1, y: box.y1)),
            color: color, width: width)
    }

    private static func shape(of crossing: Point) -> Drawing.Shape {
        let box = Box(x0: crossing.x, y0: crossing.y, x1: crossing.x, y1: crossing.y).expanded(by: 1.2)
        return .box(box, stroke: Palette.crossing, width: 0.4, fill: nil)
    }

    private static func grid(_ piece: TablePiece) -> [Drawing.Shape] {
        let box = piece.box
        let columns = piece.lattice.xs.map { Box(x0: $0, y0: box.y0, x1: $0, y1: box.y1) }
        let rows = piece.lattice.ys.map { Box(x0: box.x0, y0: $0, x1: box.x1, y1: $0) }
        return (columns + rows).map { line(along: $0, in: piece.frame, color: Palette.grid, width: 0.3) }
    }

    private func codes(of reports: [Report], on page: Int) -> [Drawing.Shape] {
        reports.flatMap(\.figures).filter { $0.figure.page == page }.flatMap { entry -> [Drawing.Shape] in
            guard let box = entry.figure.box else { return [] }
            let color = Palette.color(of: entry.figure.status)
            // The last parts of a code say enough inside its table, and fit into a cell.
            let label = entry.code.path.dropFirst().joined(separator: ".")
            let size = min(4, max(1.2, box.width / Double(max(label.count, 1)) * 1.7))
            return [
                .box(box.expanded(by: -0.8), stroke: color, width: 0.8, fill: nil),
                .text(label, at: Point(x: box.x0 + 1.5, y: box.y0 + size + 1), size: size, color: color),
            ]
        }
    }

    private func legend(height: Double) -> [Drawing.Shape] {
        var entries: [(String, Color)] = []
        if layers.contains(.rulings) { entries.append(("ruling", Palette.ruling)) }
        if layers.contains(.crossings) { entries.append(("crossing", Palette.crossing)) }
        if layers.contains(.text) { entries.append(("text", Palette.text)) }
        if layers.contains(.grid) { entries.append(("grid", Palette.grid)) }
        if layers.contains(.cells) { entries += [("cell", Palette.cell), ("merged cell", Palette.merged)] }
        if layers.contains(.codes) {
            entries += Figure.Status.allCases.filter { $0 != .missing }.map { ($0.rawValue, Palette.color(of: $0)) }
        }
        return entries.enumerated().flatMap { index, entry -> [Drawing.Shape] in
            let x = 12 + Double(index) * 56
            return [
                .box(
                    Box(x0: x, y0: height - 14, x1: x + 8, y1: height - 6), stroke: entry.1, width: 0.5,
                    fill: .init(entry.1, opacity: 0.5)),
                .text(entry.0, at: Point(x: x + 10, y: height - 7), size: 7, color: .black),
            ]
        }
    }

    private enum Palette {
        static let ruling = Color(rgb: 0xD6_2728)
        static let crossing = Color(rgb: 0x00_0000)
        static let text = Color(rgb: 0xBC_BD22)
        static let grid = Color(rgb: 0x1F_77B4)
        static let cell = Color(rgb: 0x1F_77B4)
        static let merged = Color(rgb: 0xFF_7F0E)

        static func color(of status: Figure.Status) -> Color {
            switch status {
            case .printed: Color(rgb: 0x2C_A02C)
            case .blank: Color(rgb: 0x7F_7F7F)
            case .recovered: Color(rgb: 0x94_67BD)
            case .suspect: Color(rgb: 0xE3_1A1C)
            case .missing: .black
            }
        }
    }
}

extension Drawing {
    /// The drawing as an SVG document over a PNG image of the page; one user unit is a point.
    func svg(width: Double, height: Double, image: [UInt8]) -> String {
        let (w, h) = (width.roundedToHundredths, height.roundedToHundredths)
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(w)pt" height="\(h)pt" viewBox="0 0 \(w) \(h)">
            <image width="\(w)" height="\(h)" href="data:image/png;base64,\(Data(image).base64EncodedString())"/>

            """
        for shape in shapes { text += shape.svg + "\n" }
        return text + "</svg>\n"
    }
}

extension Drawing.Shape {
    fileprivate var svg: String {
        func number(_ value: Double) -> String { "\(value.roundedToHundredths)" }
        switch self {
        case .box(let box, let stroke, let width, let fill):
            let paint =
                fill.map { "fill=\"\($0.color.hex)\" fill-opacity=\"\(number($0.opacity))\"" } ?? "fill=\"none\""
            let line = stroke.map { " stroke=\"\($0.hex)\" stroke-width=\"\(number(width))\"" } ?? ""
            return "<rect x=\"\(number(box.x0))\" y=\"\(number(box.y0))\" width=\"\(number(box.width))\" "
                + "height=\"\(number(box.height))\" \(paint)\(line)/>"
        case .line(let from, let to, let color, let width):
            return
                "<line x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" x2=\"\(number(to.x))\" y2=\"\(number(to.y))\" "
                + "stroke=\"\(color.hex)\" stroke-width=\"\(number(width))\"/>"
        case .text(let text, let at, let size, let color):
            return
                "<text x=\"\(number(at.x))\" y=\"\(number(at.y))\" font-family=\"sans-serif\" font-size=\"\(number(size))\" "
                + "fill=\"\(color.hex)\">\(MarkupText.escaped(text))</text>"
        }
    }
}
