import DocumentModel
import OFDReader
import TestSupport
import Testing

@Suite("Text of an OFD page")
struct TextObjectTests {
    /// Points in a millimetre.
    private let mm = 72 / 25.4

    private func glyphs(_ objects: String, resources: String = "") throws -> [Glyph] {
        try OFDDocument(MadeOFD.file(pages: [objects], resources: resources)[...]).page(1).glyphs
    }

    private func places(_ objects: String) throws -> [[Double]] {
        try glyphs(objects).map { [$0.origin.x / mm, $0.origin.y / mm].map { ($0 * 100).rounded() / 100 } }
    }

    @Test("each character stands where the ways from one to the next lead, runs counted out")
    func deltas() throws {
        let text = MadeOFD.text("甲乙12", code: #"X="1" Y="10" DeltaX="g 2 11 6""#)
        #expect(try glyphs(text).map(\.text) == ["甲", "乙", "1", "2"])
        #expect(try places(text) == [[11, 20], [22, 20], [33, 20], [39, 20]])
    }

    @Test("ways down set one character below the other, and back to the line's start")
    func down() throws {
        #expect(
            try places(MadeOFD.text("甲乙", boundary: "10 5 10 40", code: #"X="0" Y="10" DeltaY="12""#)) == [
                [10, 15], [10, 27],
            ])
        let lines = MadeOFD.text("12345", code: #"X="0" Y="5" DeltaX="g 2 4 -8 4" DeltaY="0 0 6 0""#)
        #expect(try places(lines) == [[10, 15], [14, 15], [18, 15], [10, 21], [14, 21]])
    }

    @Test(
        "without ways that can be meant, characters follow each other as wide as they are",
        arguments: ["", #"DeltaX="g 999999999 1""#, #"DeltaX="g""#, #"DeltaX="x""#, #"DeltaX="g -3 4""#])
    func natural(deltas: String) throws {
        #expect(
            try places(MadeOFD.text("甲1乙", code: #"X="0" Y="10" \#(deltas)"#)) == [[10, 20], [20, 20], [25, 20]])
    }

    @Test("a run longer than the text ends with it")
    func longRun() throws {
        #expect(try places(MadeOFD.text("甲乙", code: #"X="0" Y="10" DeltaX="g 900000 11""#)) == [[10, 20], [21, 20]])
    }

    @Test("the object's map scales, and moves within its boundary")
    func map() throws {
        let text = MadeOFD.text(
            "甲乙", code: #"X="0" Y="20" DeltaX="22""#, attributes: #"Size="20" CTM="0.5 0 0 0.5 3 1""#)
        #expect(try places(text) == [[13, 21], [24, 21]])
        #expect(try glyphs(text).map { ($0.size / mm * 100).rounded() / 100 } == [10, 10])
    }

    @Test("text that its map or its direction turns runs down; where it has no own way, it goes on that way")
    func turned() throws {
        let mapped = MadeOFD.text(
            "甲乙", boundary: "10 0 20 50", code: #"X="0" Y="0" DeltaX="11""#,
            attributes: #"Size="10" CTM="0 1 -1 0 10 5""#)
        #expect(try glyphs(mapped).map(\.direction) == [.down, .down])
        #expect(try places(mapped) == [[20, 5], [20, 16]])
        let read = MadeOFD.text(
            "甲乙", boundary: "10 0 20 50", code: #"X="0" Y="10""#, attributes: #"Size="10" ReadDirection="90""#)
        #expect(try places(read) == [[10, 10], [10, 20]])
        #expect(try glyphs(read).map(\.direction) == [.right, .right])
        let lying = MadeOFD.text("甲", code: #"X="0" Y="10""#, attributes: #"Size="5" CharDirection="90""#)
        #expect(try glyphs(lying).map(\.direction) == [.down])
    }

    @Test("several codes in one object go on where the last began, unless they say otherwise")
    func codes() throws {
        let object =
            #"<ofd:TextObject ID="3" Boundary="10 10 80 30" Font="1" Size="5"><ofd:TextCode X="0" Y="5">甲</ofd:TextCode>"#
            + #"<ofd:TextCode Y="12">乙</ofd:TextCode><ofd:TextCode X="7">丙</ofd:TextCode></ofd:TextObject>"#
        #expect(try places(object) == [[10, 15], [10, 22], [17, 22]])
    }

    @Test("what is invisible, out of its boundary or off the page is not there; what is not painted is no text to see")
    func hidden() throws {
        #expect(try glyphs(MadeOFD.text("甲", attributes: #"Size="10" Visible="false""#)).isEmpty)
        #expect(try glyphs(MadeOFD.text("甲", boundary: "10 10 12 15", code: #"X="30" Y="10""#)).isEmpty)
        #expect(try glyphs(MadeOFD.text("甲", boundary: "200 10 20 20")).isEmpty)
        #expect(
            try glyphs(MadeOFD.text("甲", attributes: #"Size="10" Fill="false""#)).map(\.renderMode) == [.invisible])
        #expect(try glyphs(MadeOFD.text("甲", attributes: #"Size="10" Alpha="0""#)).map(\.opacity) == [0])
    }

    @Test(
        "text that reaches over its boundary is whole; a boundary that has no extent, or goes backwards, bounds nothing",
        arguments: ["10 10 12 15", "70 10 -60 15", "40 10 0 0"])
    func sloppyBoundary(boundary: String) throws {
        let x = boundary.hasPrefix("70") ? "-60" : "0"
        let text = MadeOFD.text("12.5", boundary: boundary, code: #"X="\#(x)" Y="10" DeltaX="g 3 5""#)
        #expect(try glyphs(text).map(\.text).joined() == "12.5")
    }

    @Test("a glyph without a character has no text, and private characters have none either")
    func glyphsOnly() throws {
        let transform =
            #"<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>7 8</ofd:Glyphs></ofd:CGTransform>"#
        #expect(
            try glyphs(MadeOFD.text("", code: #"X="0" Y="10" DeltaX="11""#, transform: transform)).map(\.text) == [
                "", "",
            ])
        let page = try OFDDocument(MadeOFD.file(pages: [MadeOFD.text("\u{E001}1")])[...]).page(1)
        #expect(page.glyphs.map(\.text) == ["", "1"])
        #expect(page.privateUseGlyphs == 1)
    }

    @Test("the same character for one glyph after the other says nothing")
    func lie() throws {
        let transform =
            #"<ofd:CGTransform CodePosition="0" CodeCount="6" GlyphCount="6"><ofd:Glyphs>1 2 3 4 5 6</ofd:Glyphs></ofd:CGTransform>"#
        let lie = MadeOFD.text("一一一一一一", attributes: #"Size="5""#, transform: transform)
        #expect(try glyphs(lie).map(\.text) == ["", "", "", "", "", ""])
        let honest = MadeOFD.text("一二三四五六", attributes: #"Size="5""#, transform: transform)
        #expect(try glyphs(honest).map(\.text).joined() == "一二三四五六")
    }

    @Test("two characters drawn with one glyph are one text")
    func ligature() throws {
        let transform =
            #"<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>9</ofd:Glyphs></ofd:CGTransform>"#
        #expect(
            try glyphs(MadeOFD.text("officer", attributes: #"Size="5""#, transform: transform)).map(\.text).first {
                $0.count > 1
            } == "ff")
    }

    @Test("colour and opacity come from the object, or from its drawing parameters and those they are based on")
    func color() throws {
        let parameters =
            #"<ofd:DrawParams><ofd:DrawParam ID="7"><ofd:FillColor Value="255 0 0"/></ofd:DrawParam>"#
            + #"<ofd:DrawParam ID="8" Relative="7"/><ofd:DrawParam ID="9" Relative="9"/></ofd:DrawParams>"#
        func color(_ attributes: String) throws -> [Color] {
            try glyphs(MadeOFD.text("甲", attributes: attributes), resources: parameters).map(\.color)
        }
        #expect(try color(#"Size="5""#) == [.black])
        #expect(try color(#"Size="5" DrawParam="8""#) == [Color(rgb: 0xFF0000)])
        #expect(try color(#"Size="5" DrawParam="9""#) == [.black])
    }
}
