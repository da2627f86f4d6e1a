import Foundation
import Nianbao
import PDFReader
import ReportForms
import TestSupport
import Testing

@Suite("A page drawn with what was made of it")
struct PageDrawingTests {
    private let path = Project.sample("township-2020-reportlab.pdf")

    private func picture(
        _ format: PageDrawing.Format, page: Int = 2, layers: Set<PageDrawing.Layer> = Set(PageDrawing.Layer.allCases),
        resolution: Double = 36
    ) throws -> [UInt8] {
        try PageDrawing(forms: .builtIn(), layers: layers, resolution: resolution)
            .picture(path: path, page: page, format: format)
    }

    private func svg(page: Int = 2, layers: Set<PageDrawing.Layer> = Set(PageDrawing.Layer.allCases)) throws -> String {
        String(decoding: try picture(.svg, page: page, layers: layers), as: UTF8.self)
    }

    @Test("an SVG is as large as the page, and carries its image")
    func svgFrame() throws {
        let text = try svg()
        #expect(
            text.hasPrefix(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="595.28pt" height="841.89pt" viewBox="0 0 595.28 841.89">
                <image width="595.28" height="841.89" href="data:image/png;base64,iVBORw0KGgo
                """))
        #expect(text.hasSuffix("</svg>\n"))
    }

    @Test("the codes of the page's figures stand in it, and no others")
    func codes() throws {
        let second = try svg(layers: [.codes])
        for code in ["new.natural_person", "refused.state_secret.total", "carried_out.total", "reconsideration.total"] {
            #expect(second.contains(">\(code)</text>"), "\(code)")
        }
        #expect(!second.contains(">regulations.produced</text>"))
        #expect(try svg(page: 1, layers: [.codes]).contains(">regulations.produced</text>"))
        // 161 figures of requests, 15 of proceedings, and four words of the legend.
        #expect(second.split(separator: "<text ").count - 1 == 161 + 15 + 4)
    }

    @Test("a code has the colour of its figure's status")
    func colors() throws {
        #expect(try svg(layers: [.codes]).contains("fill=\"#2ca02c\">new.total</text>"))
    }

    @Test(
        "each layer draws its own shapes",
        arguments: [
            (PageDrawing.Layer.rulings, "stroke=\"#d62728\" stroke-width=\"1.0\"/>", 59),
            (.grid, "stroke=\"#1f77b4\" stroke-width=\"0.3\"/>", 11 + 27 + 16 + 5),
        ])
    func layers(layer: PageDrawing.Layer, shape: String, count: Int) throws {
        let text = try svg(layers: [layer])
        #expect(text.components(separatedBy: shape).count - 1 == count)
        let other: PageDrawing.Layer = layer == .rulings ? .grid : .rulings
        #expect(!(try svg(layers: [other]).contains(shape)))
    }

    @Test("without layers the page is drawn alone")
    func noLayers() throws {
        #expect(try svg(layers: []).split(separator: "\n").count == 3)
    }

    @Test(
        "a PNG has its signature and as many pixels as the resolution asks for",
        arguments: [
            (36.0, 298, 421), (72, 596, 842), (144, 1191, 1684),
        ])
    func png(resolution: Double, width: Int, height: Int) throws {
        let bytes = try picture(.png, resolution: resolution)
        #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(bytes[12..<16].elementsEqual("IHDR".utf8))
        func number(at offset: Int) -> Int { bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(at: 16) == width)
        #expect(number(at: 20) == height)
    }

    @Test("a page that is not there is refused, with the number of pages")
    func noPage() throws {
        let error = try #require(#expect(throws: ReadError.self) { try picture(.svg, page: 3) })
        #expect(error.kind == .noSuchPage)
        #expect(error.description == "\(path): page 3: no such page; the file has 2")
    }
}
