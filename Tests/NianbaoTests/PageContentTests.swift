import DocumentModel
import Testing

@testable import Nianbao

@Suite("Text or scan")
struct PageContentTests {
    private func page(visible: Int = 0, hidden: Int = 0, blank: Int = 0, image: Box? = nil) -> Page {
        func glyph(_ text: String, _ mode: Glyph.RenderMode) -> Glyph {
            Glyph(
                text: text, box: Box(x0: 0, y0: 0, x1: 1, y1: 1), origin: Point(x: 0, y: 1), advance: Point(x: 1, y: 0),
                size: 1,
                renderMode: mode)
        }
        return Page(
            number: 1, width: 100, height: 200,
            glyphs: [Glyph](repeating: glyph("字", .fill), count: visible)
                + [Glyph](repeating: glyph("字", .invisible), count: hidden)
                + [Glyph](repeating: glyph(" ", .fill), count: blank),
            images: image.map { [PlacedImage(box: $0, width: 10, height: 20, isMask: false)] } ?? [])
    }

    private let cover = Box(x0: 0, y0: 0, x1: 100, y1: 200)

    @Test("a page with text is text, also over an image")
    func text() {
        #expect(page(visible: 10).contentKind == .text)
        #expect(page(visible: 10, image: cover).contentKind == .text)
        #expect(page(visible: 1).contentKind == .text)
    }

    @Test("an image over more than half of the page and hardly any text is a scan")
    func scan() {
        #expect(page(image: cover).contentKind == .scan)
        #expect(page(visible: 9, image: cover).contentKind == .scan)
        #expect(page(hidden: 10, image: cover).contentKind == .scan)
        #expect(page(blank: 50, image: Box(x0: 0, y0: 0, x1: 100, y1: 101)).contentKind != .text)
    }

    @Test("a scan with text that is not seen says so")
    func hiddenText() {
        #expect(page(hidden: 11, image: cover).contentKind == .scanWithHiddenText)
        #expect(Page.ContentKind.scanWithHiddenText.rawValue == "scan with hidden text")
    }

    @Test("a small image makes no scan, and nothing seen is empty")
    func empty() {
        #expect(page(image: Box(x0: 0, y0: 0, x1: 100, y1: 99)).contentKind == .empty)
        #expect(page(visible: 3, image: Box(x0: 0, y0: 0, x1: 100, y1: 99)).contentKind == .text)
        #expect(page().contentKind == .empty)
        #expect(page(hidden: 40).contentKind == .empty)
        #expect(page(blank: 40).contentKind == .empty)
    }
}

extension Page {
    fileprivate var contentKind: ContentKind { contentKind(textDoubts) }
}
