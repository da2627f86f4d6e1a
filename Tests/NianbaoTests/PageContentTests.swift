import DocumentModel
import Testing

@testable import Nianbao

@Suite("Text or scan")
struct PageContentTests {
    private func page(
        visible: Int = 0, hidden: Int = 0, blank: Int = 0, image: Box? = nil, images: [Box] = [], at y: Double = 50
    ) -> Page {
        func glyph(_ text: String, _ mode: Glyph.RenderMode) -> Glyph {
            Glyph(
                text: text, box: Box(x0: 0, y0: y, x1: 1, y1: y + 1), origin: Point(x: 0, y: y + 1),
                advance: Point(x: 1, y: 0), size: 1, renderMode: mode)
        }
        return Page(
            number: 1, width: 100, height: 200,
            glyphs: [Glyph](repeating: glyph("字", .fill), count: visible)
                + [Glyph](repeating: glyph("字", .invisible), count: hidden)
                + [Glyph](repeating: glyph(" ", .fill), count: blank),
            images: (image.map { [$0] } ?? images).map { PlacedImage(box: $0, width: 10, height: 20, isMask: false) })
    }

    private let cover = Box(x0: 0, y0: 0, x1: 100, y1: 200)

    @Test("a page with text is text, also over an image")
    func text() {
        #expect(page(visible: 10).contentKind == .text)
        #expect(page(visible: 10, image: cover).contentKind == .text)
        #expect(page(visible: 1).contentKind == .text)
    }

    @Test("an image over a good part of the page and hardly any text is a scan")
    func scan() {
        #expect(page(image: cover).contentKind == .scan)
        #expect(page(visible: 9, image: cover).contentKind == .scan)
        #expect(page(hidden: 10, image: cover).contentKind == .scan)
        #expect(page(blank: 50, image: Box(x0: 0, y0: 0, x1: 100, y1: 101)).contentKind != .text)
    }

    @Test("strips and tiles of a picture cover a page together")
    func strips() {
        let strips = (0..<10).map { Box(x0: 0, y0: 20 * Double($0), x1: 100, y1: 20 * Double($0 + 1)) }
        #expect(page(images: strips).contentKind == .scan)
        let tiles = strips.flatMap { strip in
            [0.0, 50].map { Box(x0: $0, y0: strip.y0, x1: $0 + 50, y1: strip.y1) }
        }
        #expect(page(hidden: 11, images: tiles).contentKind == .scanWithHiddenText)
        // One over the other they cover no more than one.
        #expect(page(visible: 3, images: [Box](repeating: strips[0], count: 10)).contentKind == .text)
    }

    @Test("what a scanning program writes at a page's edge is not its text")
    func stamp() {
        #expect(page(visible: 40, image: cover, at: 190).contentKind == .scan)
        #expect(page(visible: 40, image: cover, at: 100).contentKind == .text)
        #expect(page(visible: 40, image: Box(x0: 0, y0: 0, x1: 100, y1: 90), at: 190).contentKind == .text)
    }

    @Test("a scan with text that is not seen says so")
    func hiddenText() {
        #expect(page(hidden: 11, image: cover).contentKind == .scanWithHiddenText)
        #expect(Page.ContentKind.scanWithHiddenText.rawValue == "scan with hidden text")
    }

    @Test("a small image makes no scan, and nothing seen is empty")
    func empty() {
        #expect(page(image: Box(x0: 0, y0: 0, x1: 100, y1: 38)).contentKind == .empty)
        #expect(page(visible: 3, image: Box(x0: 0, y0: 0, x1: 100, y1: 38)).contentKind == .text)
        #expect(page().contentKind == .empty)
        #expect(page(hidden: 40).contentKind == .empty)
        #expect(page(blank: 40).contentKind == .empty)
    }
}

extension Page {
    fileprivate var contentKind: ContentKind { contentKind(textDoubts) }
}
