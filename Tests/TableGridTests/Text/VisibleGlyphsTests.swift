import DocumentModel
import Testing

@testable import TableGrid

@Suite("Visible glyphs")
struct VisibleGlyphsTests {
    private let black = glyphs("甲", x: 50, y: 100)
    private let white = glyphs("白", x: 100, y: 100).map { glyph in
        var glyph = glyph
        glyph.color = .white
        return glyph
    }
    private let ground = Box(x0: 90, y0: 80, x1: 120, y1: 120)

    @Test("white text on white is left out")
    func onWhite() {
        #expect(texts(looseTextPage(black + white)) == ["甲"])
    }

    @Test(
        "white text on a shade stays, but not on what is white or hardly covers",
        arguments: [(0x336699, 1.0, ["甲", "白"]), (0xFFFFFF, 1, ["甲"]), (0x336699, 0.1, ["甲"])]
            as [(UInt32, Double, [String])])
    func onShade(color: UInt32, opacity: Double, left: [String]) {
        let box = FilledBox(box: ground, color: Color(rgb: color), opacity: opacity)
        #expect(texts(looseTextPage(black + white, boxes: [box])) == left)
    }

    @Test("white text beside the shade is left out")
    func besideShade() {
        let box = FilledBox(box: Box(x0: 40, y0: 80, x1: 95, y1: 120), color: .black)
        #expect(texts(looseTextPage(black + white, boxes: [box])) == ["甲"])
    }

    @Test("white text on a picture or in a shape stays")
    func onPicture() {
        var page = looseTextPage(black + white)
        page.images = [PlacedImage(box: ground, width: 30, height: 40, isMask: false)]
        #expect(texts(page) == ["甲", "白"])
        page = looseTextPage(black + white)
        page.otherPaths = [ground]
        #expect(texts(page) == ["甲", "白"])
    }

    @Test("text that is not painted, transparent or slanted is left out")
    func unpainted() {
        var hidden = black[0]
        hidden.renderMode = .invisible
        var clear = black[0]
        clear.opacity = 0.01
        let slanted = glyphs("斜", x: 50, y: 100, direction: .oblique)
        #expect(texts(looseTextPage([hidden, clear] + slanted + black)) == ["甲"])
    }

    @Test("how light text may be is an option", arguments: [(0.97, ["甲"]), (1.0, ["甲", "白"])])
    func faintest(luminance: Double, left: [String]) {
        var options = TableOptions.standard
        options.faintest = luminance
        #expect(visibleGlyphs(of: looseTextPage(black + white), options: options).map(\.text) == left)
    }

    private func texts(_ page: Page) -> [String] { visibleGlyphs(of: page).map(\.text) }
}
