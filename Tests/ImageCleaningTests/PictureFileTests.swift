import DocumentModel
import TestSupport
import Testing

@testable import ImageCleaning

@Suite("Picture files")
struct PictureFileTests {
    @Test("a picture is known by its content")
    func formats() {
        let heads: [(String, [UInt8])] = [
            ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
            ("tiff", [0x49, 0x49, 0x2A, 0]), ("tiff", [0x4D, 0x4D, 0, 0x2A]),
            ("webp", Array("RIFF....WEBP".utf8)), ("bmp", MadePicture.bmp(width: 1, height: 1)),
        ]
        for (name, head) in heads { #expect(PictureFile.Format(head[...])?.rawValue == name) }
        for text in ["BMW年报", "RIFF....WAVE", "II", "", "年报"] {
            #expect(PictureFile.Format(Array(text.utf8)[...]) == nil, "\(text)")
        }
    }

    @Test("each page of a TIFF is a page, as large as it is")
    func tiff() throws {
        let bytes = MadePicture.tiff(
            width: 17, height: 3, resolution: 200, pages: [{ x, y in x == y }, { x, _ in x == 16 }])
        let file = try #require(PictureFile(bytes[...]))
        #expect(file.sizes.map { [$0.width, $0.height] } == [[17, 3], [17, 3]])
        let pages = try (1...2).map { try #require(file.image(page: $0)) }
        func ink(_ page: PageImage) -> [Int] {
            (0..<(page.width * page.height)).filter { page.pixels[3 * $0] == 0 }
        }
        #expect(pages.map(ink) == [[0, 18, 36], [16, 33, 50]])
        #expect(file.image(page: 3) == nil && file.image(page: 0) == nil)
    }

    @Test("colours come in their order")
    func colors() throws {
        var bytes = MadePicture.bmp(width: 1, height: 1)
        bytes.replaceSubrange(54..<57, with: [30, 20, 10])
        let file = try #require(PictureFile(bytes[...]))
        let image = try #require(file.image(page: 1))
        #expect(image.pixels == [10, 20, 30])
    }

    @Test("a picture that says it has more pixels than any page is not unpacked")
    func bomb() throws {
        var bytes = MadePicture.bmp(width: 2, height: 2)
        for place in [18, 22] { bytes.replaceSubrange(place..<(place + 4), with: [0, 0xF0, 0, 0]) }
        #expect(PictureFile(bytes[...])?.image(page: 1) == nil)
    }

    @Test("what breaks off, or is none, gives nothing", arguments: [2, 10, 40, 60])
    func damaged(length: Int) {
        let bytes = MadePicture.bmp(width: 40, height: 40)
        let file = PictureFile(bytes[..<length])
        #expect(file?.image(page: 1) == nil)
    }

    /// A page with rows of squares, each as high as the ink of a character.
    private func print(height: Int, resolution: Int) -> PageImage? {
        let bytes = MadePicture.bmp(width: 60 * height, height: 40 * height, resolution: resolution) { x, y in
            let (column, row) = (x % (3 * height / 2), y % (2 * height))
            let isEdge =
                [0, 1, height - 2, height - 1].contains(column) || [0, 1, height - 2, height - 1].contains(row)
            return x > 3 * height && y > 3 * height && column < height && row < height && isEdge
        }
        return PictureFile(bytes[...])?.sheet(page: 1)
    }

    @Test(
        "a sheet is as large as its file says, or where that cannot be, as its print says",
        arguments: [(25, 200, 200.0), (25, 0, 200), (25, 2000, 200), (25, 20, 200), (36, 300, 300), (10, 96, 96)])
    func resolution(height: Int, said: Int, expected: Double) throws {
        let sheet = try #require(print(height: height, resolution: said))
        let inches = Double(sheet.width) / (72 * sheet.scale)
        #expect(abs(Double(60 * height) / inches / expected - 1) < 0.08)
        // With as many pixels an inch as reading makes use of.
        #expect((199...301).contains(72 * sheet.scale))
    }
}
