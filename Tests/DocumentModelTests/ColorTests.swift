import DocumentModel
import Foundation
import Testing

@Suite("Color")
struct ColorTests {
    @Test(
        "a colour is coded as six hexadecimal digits",
        arguments: [
            (Color(rgb: 0xFF8000), "#ff8000"), (Color(rgb: 0x00000A), "#00000a"), (.black, "#000000"),
            (.white, "#ffffff"),
        ])
    func coding(color: Color, text: String) throws {
        #expect(color.hex == text)
        let json = Data("\"\(text)\"".utf8)
        #expect(try JSONEncoder().encode(color) == json)
        #expect(try JSONDecoder().decode(Color.self, from: json) == color)
    }

    @Test("bits above the 24 of a colour are dropped")
    func masked() {
        #expect(Color(rgb: 0xAB_12_34_56).rgb == 0x123456)
    }

    @Test(
        "text without # or without hexadecimal digits is no colour", arguments: ["ff8000", "#", "#gggggg", "red", ""])
    func refuses(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Color.self, from: Data("\"\(text)\"".utf8)) }
    }

    @Test("fewer or more than six digits are no colour", arguments: ["#fff", "#1234567", "#+12345"])
    func refusesOtherLengths(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Color.self, from: Data("\"\(text)\"".utf8)) }
    }

    @Test(
        "brightness is weighted by BT.601",
        arguments: [(0x000000, 0), (0xFFFFFF, 1), (0xFF0000, 0.299), (0x00FF00, 0.587), (0x0000FF, 0.114)])
    func luminance(rgb: UInt32, expected: Double) {
        #expect(abs(Color(rgb: rgb).luminance - expected) < 1e-9)
    }
}
