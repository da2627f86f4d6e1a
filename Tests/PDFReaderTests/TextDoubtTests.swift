import DocumentModel
import PDFReader
import Testing

@Suite("Whether a page's text can be trusted")
struct TextDoubtTests {
    private func glyphs(_ text: String, font: Int? = nil, mode: Glyph.RenderMode = .fill) -> [Glyph] {
        text.map { letter in
            Glyph(
                text: letter == "?" ? "" : String(letter), box: Box(x0: 0, y0: 0, x1: 1, y1: 1),
                origin: Point(x: 0, y: 1),
                advance: Point(x: 1, y: 0), size: 1, font: font, renderMode: mode)
        }
    }

    private func page(_ glyphs: [Glyph], isScan: Bool = false, fonts: [Font] = [], privateUse: Int = 0) -> Page {
        let cover = PlacedImage(box: Box(x0: 0, y0: 0, x1: 100, y1: 100), width: 10, height: 10, isMask: false)
        return Page(
            number: 1, width: 100, height: 100, glyphs: glyphs, images: isScan ? [cover] : [], fonts: fonts,
            privateUseGlyphs: privateUse)
    }

    /// 200 characters of prose.
    private let prose = String(
        repeating: "本机关在县政府的领导下认真做好信息公开工作全年没有发生因此而来的行政复议和诉讼对不予公开的都说明了理由", count: 4)

    @Test("plain text in Chinese or English has nothing against it, a few lost bullets neither")
    func trusted() {
        #expect(page(glyphs(prose)).textDoubts == [])
        #expect(page(glyphs(String(repeating: "The quick brown fox ", count: 20))).textDoubts == [])
        #expect(page(glyphs(prose + "????")).textDoubts == [])
        #expect(page(glyphs(prose), isScan: true).textDoubts == [])
        #expect(page([]).textDoubts == [])
    }

    @Test("an image without text, and one with an invisible text")
    func scans() {
        #expect(page(glyphs("12"), isScan: true).textDoubts == [.image])
        #expect(page(glyphs(prose, mode: .invisible), isScan: true).textDoubts == [.hiddenText])
    }

    @Test("many glyphs without Unicode, or with private-use characters")
    func unmapped() {
        #expect(page(glyphs(prose + String(repeating: "?", count: 20))).textDoubts == [.noUnicode])
        #expect(
            page(glyphs(prose + String(repeating: "?", count: 20)), privateUse: 20).textDoubts == [
                .noUnicode, .privateUse,
            ])
    }

    @Test("Type 3 fonts that do not say what their drawings mean, not those that do")
    func type3() {
        func font(_ hasToUnicode: Bool) -> Font {
            Font(name: "T3", isEmbedded: true, isType3: true, hasToUnicode: hasToUnicode)
        }
        #expect(page(glyphs(prose, font: 0), fonts: [font(false)]).textDoubts == [.type3])
        #expect(page(glyphs(prose, font: 0), fonts: [font(true)]).textDoubts == [])
    }

    @Test("GBK taken for Latin-1, and Chinese characters that no text is made of")
    func garbled() {
        #expect(page(glyphs(String(repeating: "ÕþÎñ¹«¿ª", count: 10))).textDoubts == [.mojibake])
        #expect(
            page(glyphs("Größe, Maße, für Öl: 12 km² à 3 €, naïve café " + String(repeating: "text ", count: 20)))
                .textDoubts == [])
        let shifted = String(prose.unicodeScalars.map { Character(Unicode.Scalar($0.value + 7) ?? $0) })
        #expect(page(glyphs(shifted)).textDoubts == [.unlikely])
    }
}
