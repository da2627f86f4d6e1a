import DocumentModel
import OCR
import Testing

@testable import ScanReader

@Suite("Pages read by their picture")
struct ScanReaderTests {
    /// Two rows of three cells; marks as high as digits in the second and third cell of the first row, a dash in the second row.
    private var canvas: Canvas {
        var canvas = Canvas(width: 1000, height: 600)
        canvas.grid(xs: [100, 350, 600, 850], ys: [100, 200, 300])
        canvas.fill(x: 460..<476, y: 138..<160)
        canvas.fill(x: 700..<716, y: 138..<160)
        canvas.fill(x: 452..<482, y: 248..<252)
        return canvas
    }

    private func scan(_ recognizer: FakeRecognizer, second: String? = nil) throws -> Page {
        let reader = ScanReader(recognizer: recognizer, figureReader: second.map(FakeFigures.init))
        let canvas = canvas
        return try reader.scan(canvas.image, of: canvas.page).page(like: canvas.page)
    }

    @Test("every cell with ink is read by itself, the grid is found, and empty cells stay empty")
    func cells() throws {
        let recognizer = FakeRecognizer { _ in RecognizedLine("7") }
        let page = try scan(recognizer, second: "7")
        #expect(page.number == 3)
        // The dash is told by its shape.
        #expect(recognizer.crops.count == 2)
        #expect(page.rulings.count { $0.axis == .horizontal } == 3)
        #expect(page.rulings.count { $0.axis == .vertical } == 4)
        #expect(page.glyphs.map(\.text).sorted() == ["7", "7", "—"])
        let seven = try #require(page.glyphs.first { $0.text == "7" })
        #expect(abs(seven.box.center.x - 468 * 0.36) < 1)
        #expect(abs(seven.box.center.y - 149 * 0.36) < 1)
    }

    @Test(
        "a lone dot behind or before a figure, or above it, is dirt, and the engines do not see it",
        arguments: [484, 440, 466])
    func speck(x: Int) throws {
        var canvas = canvas
        canvas.fill(x: x..<(x + 4), y: 126..<130)
        // Around it only the line's paper and its digit.
        let recognizer = FakeRecognizer { crop in
            let rows = stride(from: 0, to: crop.pixels.count, by: crop.width).map {
                crop.pixels[$0..<($0 + crop.width)]
            }
            let dark = rows.map { row in row.count { $0 < 150 } }.filter { $0 > 0 }
            return RecognizedLine(dark.allSatisfy { $0 == 16 } ? "7" : "7.")
        }
        let reader = ScanReader(recognizer: recognizer, figureReader: FakeFigures("7"))
        let page = try reader.scan(canvas.image, of: canvas.page).page(like: canvas.page)
        #expect(page.readings?.filter { $0.text != "—" }.map(\.text) == ["7", "7"])
    }

    @Test("what a coarse scan has left of a minus is no dirt")
    func shortMinus() throws {
        var canvas = canvas
        canvas.fill(x: 450..<454, y: 147..<150)
        let recognizer = FakeRecognizer { _ in RecognizedLine("7") }
        let reader = ScanReader(recognizer: recognizer, figureReader: FakeFigures("7"))
        _ = try reader.scan(canvas.image, of: canvas.page)
        let dark = recognizer.crops.map { crop in crop.pixels.count { $0 < 150 } }.sorted()
        #expect(dark == [16 * 22, 16 * 22 + 12])
    }

    @Test("a decimal point stays, and so does what may be left of a digit")
    func points() throws {
        var canvas = canvas
        // 22 points of height: a point at the foot between two digits, and a broken one at the end of the other figure.
        canvas.fill(x: 480..<484, y: 156..<160)
        canvas.fill(x: 488..<504, y: 138..<160)
        canvas.fill(x: 722..<726, y: 138..<142)
        canvas.fill(x: 722..<726, y: 154..<158)
        let recognizer = FakeRecognizer { _ in RecognizedLine("7") }
        let reader = ScanReader(recognizer: recognizer, figureReader: FakeFigures("7"))
        _ = try reader.scan(canvas.image, of: canvas.page)
        func dark(_ crop: Crop) -> Int { crop.pixels.count { $0 < 150 } }
        #expect(recognizer.crops.map(dark).sorted() == [16 * 22 + 32, 2 * 16 * 22 + 16])
    }

    @Test("a flat stroke is a dash, whatever the engine takes it for")
    func dash() throws {
        let page = try scan(FakeRecognizer { $0.width > 30 ? RecognizedLine("1") : RecognizedLine("1") }, second: "1")
        #expect(page.readings?.map(\.text).sorted() == ["1", "1", "—"])
        #expect(page.readings?.first { $0.text == "—" }?.certainty == .agreed)
    }

    @Test(
        "two readings that agree are sure, one alone is not, two that differ or one that doubts itself are doubtful",
        arguments: [
            ("7", 0.99, "7", Reading.Certainty.agreed), ("7", 0.99, "1", .doubtful), ("7", 0.5, "7", .single),
            ("7", 0.99, "", .single), ("7", 0.5, "", .doubtful),
        ])
    func certainty(first: String, confidence: Double, second: String, certainty: Reading.Certainty) throws {
        let page = try scan(FakeRecognizer { _ in RecognizedLine(first, confidence: confidence) }, second: second)
        let figures = try #require(page.readings?.filter { $0.text != "—" })
        #expect(figures.count == 2)
        #expect(figures.allSatisfy { $0.text == first && $0.certainty == certainty })
        #expect(figures.allSatisfy { $0.others == (second == first || second.isEmpty ? [] : [second]) })
    }

    @Test("what looks like a digit is read as one, and is doubtful; the letter is kept")
    func lookalike() throws {
        let page = try scan(FakeRecognizer { _ in RecognizedLine("O", figure: "0") }, second: "0")
        let figures = try #require(page.readings?.filter { $0.text != "—" })
        #expect(figures.map(\.text) == ["0", "0"])
        #expect(figures.allSatisfy { $0.certainty == .single && $0.others == ["O"] })
    }

    @Test(
        "points before a figure and signs behind it are dirt, and leave it less sure",
        arguments: [".7", "7-", ",7"])
    func dirt(text: String) throws {
        let page = try scan(FakeRecognizer { _ in RecognizedLine(text) }, second: "7")
        let figures = try #require(page.readings?.filter { $0.text != "—" })
        #expect(figures.map(\.text) == ["7", "7"])
        #expect(figures.map(\.certainty) == [.single, .single])
    }

    @Test("ink that nobody can read does not make an empty cell")
    func unreadable() throws {
        let page = try scan(FakeRecognizer { _ in RecognizedLine("") }, second: "")
        #expect(page.unmappedGlyphs == 2)
        #expect(page.readings?.filter { $0.text.isEmpty }.map(\.certainty) == [.doubtful, .doubtful])
    }

    @Test("a hidden text that says the same makes a reading surer, another one puts it in doubt")
    func hidden() throws {
        func certainty(_ hidden: String) throws -> [Reading.Certainty] {
            let canvas = canvas
            var page = canvas.page
            page.glyphs = [(468.0, 149.0), (708, 149)].map { x, y in
                let box = Box(x0: (x - 8) * 0.36, y0: (y - 11) * 0.36, x1: (x + 8) * 0.36, y1: (y + 11) * 0.36)
                return Glyph(
                    text: hidden, box: box, origin: Point(x: box.x0, y: box.y1), advance: Point(x: box.width, y: 0),
                    size: 8, renderMode: .invisible)
            }
            let reader = ScanReader(recognizer: FakeRecognizer { _ in RecognizedLine("7") }, figureReader: nil)
            let scanned = try reader.scan(canvas.image, of: page)
            return scanned.lines.filter { $0.characters.first?.text == "7" }.compactMap(\.certainty)
        }
        #expect(try certainty("7") == [.agreed, .agreed])
        #expect(try certainty("1") == [.doubtful, .doubtful])
    }
}
