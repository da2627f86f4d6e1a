import DocumentModel
import Foundation
import Testing

@Suite("Coding of Box")
struct BoxCodingTests {
    @Test("a box is coded as an array of left, top, right and bottom, in hundredths")
    func encodes() throws {
        let box = Box(x0: 72, y0: 90.126, x1: 523.2749, y1: 110.5)
        let text = String(decoding: try JSONEncoder().encode(box), as: UTF8.self)
        #expect(text == "[72,90.13,523.27,110.5]")
    }

    @Test("an array of four becomes a box, whatever the order of its corners")
    func decodes() throws {
        let box = try JSONDecoder().decode(Box.self, from: Data("[30, 2.25, 10, 1]".utf8))
        #expect(box == Box(x0: 10, y0: 1, x1: 30, y1: 2.25))
    }

    @Test("what has been coded once comes back the same")
    func roundTrip() throws {
        let box = Box(x0: 1.25, y0: 2.5, x1: 3.75, y1: 1000.01)
        #expect(try JSONDecoder().decode(Box.self, from: try JSONEncoder().encode(box)) == box)
    }

    @Test(
        "fewer than four numbers, or something else, is no box",
        arguments: ["[1, 2, 3]", "[]", #"{"x0": 1}"#, #"["a"]"#])
    func refuses(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Box.self, from: Data(text.utf8)) }
    }

    @Test(
        "numbers are rounded to the nearest hundredth",
        arguments: [(1.234, 1.23), (1.236, 1.24), (-1.236, -1.24), (0.125, 0.13), (7, 7)])
    func hundredths(value: Double, expected: Double) {
        #expect(value.roundedToHundredths == expected)
    }
}
