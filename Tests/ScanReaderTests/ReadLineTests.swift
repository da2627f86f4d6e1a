import DocumentModel
import ImageCleaning
import OCR
import Testing

@testable import ScanReader

/// Lines 20 pixels high on a page whose text is 25 high, two pixels a point.
@Suite("A line of text with what engines make of it")
struct ReadLineTests {
    private static let ink = PixelBox(x: 100, y: 40, width: 60, height: 20)

    private func line(
        _ text: String, confidence: Double = 0.99, figure: String? = nil, cell: Int? = 0, ink: PixelBox = ink,
        second: String? = nil
    ) -> ReadLine {
        var line = ReadLine(
            ScanLine(box: ink, cell: cell, marks: [ink]),
            crop: PixelBox(x: ink.x - 10, y: ink.y - 10, width: ink.width + 20, height: ink.height + 20),
            text: RecognizedLine(text, confidence: confidence, figure: figure), textHeight: 25)
        if let second { line.second = second }
        return line
    }

    private func scanned(_ line: ReadLine) throws -> ScannedPage.Line {
        try #require(line.scanned(scale: 2, textHeight: 25))
    }

    // MARK: What it is

    @Test(
        "digits and their signs in a cell are a figure", arguments: ["7", "1,234.5", "-3", "+12", "3/4", "50%", "1 2"])
    func figure(text: String) {
        #expect(line(text).isFigure)
        #expect(line(text).text == text.filter { $0 != " " })
    }

    @Test(
        "words are none, nor is ink without a reading outside of cells",
        arguments: [("规章", 0), ("3件", 0), ("-", nil), ("", nil)])
    func noFigure(text: String, cell: Int?) {
        #expect(!line(text, cell: cell).isFigure)
        #expect(line(text, cell: cell).text == text)
    }

    @Test("what engines take digits for is read as the figure it may be")
    func lookalikes() {
        let line = line("lO", figure: "10")
        #expect(line.isFigure)
        #expect(line.text == "10")
    }

    @Test(
        "flat and wide ink in a cell is a dash, whatever it is read as; a one, a long stroke and ink outside of cells are not",
        arguments: [
            (PixelBox(x: 100, y: 50, width: 20, height: 4), 0, true),
            (PixelBox(x: 100, y: 50, width: 80, height: 4), 0, false),
            (PixelBox(x: 100, y: 40, width: 4, height: 20), 0, false),
            (PixelBox(x: 100, y: 50, width: 20, height: 12), 0, false),
            (PixelBox(x: 100, y: 50, width: 20, height: 4), nil, false),
        ])
    func dash(ink: PixelBox, cell: Int?, isDash: Bool) throws {
        let line = line("1", cell: cell, ink: ink)
        #expect(line.text == (isDash ? "—" : "1"))
        #expect(line.isFigure == !isDash)
        if isDash { #expect(try scanned(line).certainty == .agreed) }
    }

    @Test(
        "points before a figure and signs behind it are dirt; a sign alone stays",
        arguments: [(".7", "7"), (",7-", "7"), ("-", "-")])
    func dirt(text: String, left: String) { #expect(line(text).text == left) }

    // MARK: How sure it is

    @Test(
        "two engines that agree make a figure sure, one alone does not, and a doubt stays",
        arguments: [
            ("7", 0.99, nil, "7", Reading.Certainty.agreed), ("7", 0.99, nil, "1", .doubtful),
            ("7", 0.8, nil, "7", .single),
            ("7", 0.99, nil, nil, .single), ("7", 0.8, nil, nil, .doubtful), ("l", 0.99, "1", "1", .single),
            ("l", 0.99, "1", nil, .doubtful), (".7", 0.99, nil, "7", .single), ("规章", 0.99, nil, nil, .single),
            ("规章", 0.8, nil, nil, .doubtful),
        ] as [(String, Double, String?, String?, Reading.Certainty)])
    func certainty(text: String, confidence: Double, figure: String?, second: String?, certainty: Reading.Certainty)
        throws
    {
        #expect(try scanned(line(text, confidence: confidence, figure: figure, second: second)).certainty == certainty)
    }

    @Test("outside of cells nothing is said of it")
    func outside() throws { #expect(try scanned(line("规章", cell: nil)).certainty == nil) }

    @Test("where the first engine sees no figure the second's counts, in doubt, over the whole crop")
    func bySecond() throws {
        let line = line("", second: "12")
        #expect(line.text == "12")
        #expect(line.characters.map(\.span) == [0...40, 40...80])
        #expect(try scanned(line).certainty == .doubtful)
        #expect(self.line("3", second: "12").text == "3")
    }

    @Test("other readings of a figure are kept, those that say the same are not")
    func others() throws {
        #expect(try scanned(line("l", figure: "1", second: "7")).others == ["7", "l"])
        #expect(try scanned(line("1", second: "1")).others == [])
        #expect(try scanned(line("规章")).others == [])
    }

    // MARK: Where it is

    @Test("characters stand side by side from the line's beginning to its end, parted half-way between their middles")
    func places() throws {
        // In the crop, which begins at 90, characters of 8 pixels every 10: middles at 94, 104 and 114.
        let characters = try scanned(line("123")).characters
        #expect(characters.map(\.text) == ["1", "2", "3"])
        #expect(characters.map(\.start) == [47, 49.5, 54.5])
        #expect(characters.map(\.end) == [49.5, 54.5, 80])
    }

    @Test("the size is told by what the ink of digits and of Chinese characters is of it; flat ink has the page's")
    func sizes() throws {
        #expect(abs(try scanned(line("123")).size - 10 / 0.72) < 1e-9)
        #expect(abs(try scanned(line("规章")).size - 10 / 0.95) < 1e-9)
        #expect(try scanned(line("1", ink: PixelBox(x: 100, y: 50, width: 20, height: 4))).size == 12.5)
    }

    @Test("ink in a cell that nobody can read is no empty cell; outside of cells it is nothing")
    func unreadable() throws {
        let line = try scanned(line(""))
        #expect(line.characters.map(\.text) == [""])
        #expect(line.certainty == .doubtful)
        #expect(self.line("", cell: nil).scanned(scale: 2, textHeight: 25) == nil)
    }
}
