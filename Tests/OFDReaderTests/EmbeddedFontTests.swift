import DocumentModel
import TestSupport
import Testing

@testable import OFDReader

@Suite("A font that an OFD file brings along")
struct EmbeddedFontTests {
    private let characters = Array("第一项规章数量0123".utf16)

    /// Glyph 1 for the first character, and so on.
    private var map: [UInt16: UInt16] {
        Dictionary(uniqueKeysWithValues: characters.enumerated().map { ($1, UInt16($0 + 1)) })
    }

    private var font: [UInt8] { MadeFont.trueType(glyphs: characters.count + 1, map: map) }

    @Test("its own map goes from characters to glyphs and back")
    func maps() throws {
        let font = try #require(EmbeddedFont(font))
        #expect(font.glyph(of: "第") == 1 && font.glyph(of: "3") == 11 && font.glyph(of: "元") == nil)
        #expect(font.scalars(of: 2) == ["一"] && font.scalars(of: 0) == [] && font.scalars(of: 99) == [])
        #expect(font.advance(of: 1) == 0.8 && font.advance(of: 99) == nil && font.advance(of: -1) == nil)
    }

    @Test("a glyph's outline is in ems, y downwards")
    func outline() throws {
        let font = try #require(EmbeddedFont(font))
        let box = font.outline(of: 1).flatMap(\.points).map { Box(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y) }.union()
        #expect(box == Box(x0: 0.1, y0: -0.5, x1: 0.6, y1: 0))
        #expect(font.outline(of: 0).isEmpty && font.outline(of: 99).isEmpty && font.outline(of: -1).isEmpty)
    }

    @Test("a font without a map has glyphs and no characters, and bytes that are no font are none")
    func without() throws {
        let font = try #require(EmbeddedFont(MadeFont.trueType(glyphs: 3, map: nil)))
        #expect(font.glyph(of: "第") == nil && font.scalars(of: 1).isEmpty)
        #expect(EmbeddedFont([]) == nil && EmbeddedFont(Array("no font at all".utf8)) == nil)
        #expect(EmbeddedFont(Array(self.font.prefix(100))) == nil)
    }

    /// What a page says whose TextCode is `text`, drawn with glyphs 1 to 11.
    private func read(_ text: String, font: [UInt8]) throws -> String {
        let resources =
            #"<ofd:Fonts><ofd:Font ID="5" FontName="F"><ofd:FontFile>a.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>"#
        let count = characters.count
        let transform =
            #"<ofd:CGTransform CodePosition="0" CodeCount="\#(count)" GlyphCount="\#(count)"><ofd:Glyphs>"#
            + (1...count).map(String.init).joined(separator: " ") + "</ofd:Glyphs></ofd:CGTransform>"
        let object = MadeOFD.text(text, attributes: #"Size="5""#, transform: transform)
            .replacing(#"Font="1""#, with: #"Font="5""#)
        let file = MadeOFD.file(pages: [object], resources: resources, parts: [("Doc_0/a.ttf", font)])
        return try OFDDocument(file[...]).page(1).glyphs.map { $0.text.isEmpty ? "?" : $0.text }.joined()
    }

    @Test("where the font agrees, or says nothing, the text is what the file says")
    func told() throws {
        let text = "第一项规章数量0123"
        #expect(try read(text, font: font) == text)
        #expect(try read(text, font: MadeFont.trueType(glyphs: 12, map: nil)) == text)
        // A map of the font's own codes, as converters write it.
        let codes = Dictionary(uniqueKeysWithValues: (1...11).map { (UInt16(0x40 + $0), UInt16($0)) })
        #expect(try read(text, font: MadeFont.trueType(glyphs: 12, map: codes)) == text)
    }

    @Test(
        "where the file says something else, or nothing, the font's own map counts",
        arguments: ["公公公公公公公公公公公", "", "量数章规项一第3210"])
    func mapped(text: String) throws {
        #expect(try read(text, font: font) == "第一项规章数量0123")
    }

    @Test("where neither can be believed nobody knows")
    func unknown() throws {
        #expect(try read("公公公公公公公公公公公", font: MadeFont.trueType(glyphs: 12, map: nil)) == "???????????")
        let codes = Dictionary(uniqueKeysWithValues: (1...11).map { (UInt16(0x40 + $0), UInt16($0)) })
        #expect(try read("公公公公公公公公公公公", font: MadeFont.trueType(glyphs: 12, map: codes)) == "???????????")
    }
}
