import DocumentModel
import ImageCleaning
import Testing

@testable import ScanReader

/// Pictures of 1000 × 800 pixels, 200 dpi: a point is 2.8 pixels. A table of three columns and four rows, with digits in its cells.
@Suite("Rules by what speaks for them")
struct RuleNetTests {
    private static let xs = [100, 350, 600, 850]
    private static let ys = [100, 160, 220, 280, 340]
    private static let paper: UInt8 = 230

    /// A picture to draw on, brightness only.
    private struct Sheet {
        var pixels = [UInt8](repeating: RuleNetTests.paper, count: 1000 * 800)

        mutating func fill(x: Range<Int>, y: Range<Int>, _ value: UInt8 = 20) {
            for row in y { for column in x { pixels[row * 1000 + column] = value } }
        }

        var bitmap: Bitmap { Bitmap(width: 1000, height: 800, pixels: pixels, scale: 200 / 72) }
    }

    /// - Parameter rule: draws a rule two pixels thick over these columns and rows of pixels.
    private func sheet(_ rule: (inout Sheet, Range<Int>, Range<Int>) -> Void) -> Sheet {
        var sheet = Sheet()
        for y in Self.ys { rule(&sheet, 100..<852, y..<(y + 2)) }
        for x in Self.xs { rule(&sheet, x..<(x + 2), 100..<342) }
        for y in Self.ys.dropLast() {
            for x in Self.xs.dropLast() {
                sheet.fill(x: (x + 110)..<(x + 126), y: (y + 20)..<(y + 42))
                sheet.fill(x: (x + 114)..<(x + 122), y: (y + 24)..<(y + 38), Self.paper)
            }
        }
        return sheet
    }

    /// Where rules were found, in pixels, and whether each reaches from one end of the table to the other.
    private func places(_ sheet: Sheet, _ axis: Axis) throws -> [Int] {
        let scale = 200.0 / 72
        return try RuleNet(sheet.bitmap).rulings.filter {
            $0.axis == axis && $0.length * scale > (axis == .horizontal ? 740 : 230)
        }
        .map { Int(($0.position * scale).rounded(.down)) }.sorted()
    }

    private func expectTable(_ sheet: Sheet, _ comment: Comment) throws {
        let (across, down) = (try places(sheet, .horizontal), try places(sheet, .vertical))
        #expect(across.count == Self.ys.count, comment)
        #expect(down.count == Self.xs.count, comment)
        #expect(zip(across, Self.ys).allSatisfy { abs($0 - $1 - 1) <= 1 }, comment)
        #expect(zip(down, Self.xs).allSatisfy { abs($0 - $1 - 1) <= 1 }, comment)
    }

    @Test("black, pale, and smeared", arguments: [20, 150, 205, 212])
    func dark(value: UInt8) throws {
        try expectTable(sheet { $0.fill(x: $1, y: $2, value) }, "brightness \(value)")
    }

    @Test("dashes, dots, and a fifth of the length gone", arguments: [(8, 14), (4, 8), (40, 50)])
    func dashed(dash: Int, period: Int) throws {
        try expectTable(
            sheet { sheet, x, y in
                let isAcross = x.count > y.count
                let whole = isAcross ? x : y
                for start in stride(from: whole.lowerBound - period / 2, to: whole.upperBound, by: period) {
                    let piece =
                        max(start, whole.lowerBound)..<max(whole.lowerBound, min(start + dash, whole.upperBound))
                    sheet.fill(x: isAcross ? piece : x, y: isAcross ? y : piece)
                }
            }, "\(dash) of \(period)")
    }

    @Test("smeared to more than twice their thickness here and there")
    func swollen() throws {
        try expectTable(
            sheet { sheet, x, y in
                sheet.fill(x: x, y: y)
                let isAcross = x.count > y.count
                let whole = isAcross ? x : y
                for start in stride(from: whole.lowerBound, to: whole.upperBound, by: 70) {
                    let piece = start..<min(start + 45, whole.upperBound)
                    if isAcross {
                        sheet.fill(x: piece, y: (y.lowerBound - 1)..<(y.upperBound + 2))
                    } else {
                        sheet.fill(x: (x.lowerBound - 1)..<(x.upperBound + 2), y: piece)
                    }
                }
            }, "swollen")
    }

    /// A table with a fifth of the length of its rules gone.
    private func broken() -> Sheet {
        sheet { sheet, x, y in
            let isAcross = x.count > y.count
            let whole = isAcross ? x : y
            for start in stride(from: whole.lowerBound - 25, to: whole.upperBound, by: 50) {
                let piece = max(start, whole.lowerBound)..<max(whole.lowerBound, min(start + 40, whole.upperBound))
                sheet.fill(x: isAcross ? piece : x, y: isAcross ? y : piece)
            }
        }
    }

    @Test("broken ones that end before they meet others go on to there")
    func shortEnds() throws {
        var sheet = broken()
        sheet.fill(x: 600..<602, y: 104..<150, Self.paper)
        sheet.fill(x: 350..<352, y: 290..<339, Self.paper)
        try expectTable(sheet, "short ends")
    }

    @Test("strokes of text in line with a broken rule are not a part of it")
    func textInLine() throws {
        var sheet = broken()
        // The feet of words far to the right of the table.
        for x in stride(from: 935, to: 990, by: 11) {
            sheet.fill(x: x..<(x + 9), y: 220..<222)
            sheet.fill(x: (x + 3)..<(x + 6), y: 200..<221)
        }
        let scale = 200.0 / 72
        let across = try RuleNet(sheet.bitmap).rulings.filter { $0.axis == .horizontal }
        #expect(across.allSatisfy { $0.span.upperBound * scale < 880 })
    }

    @Test("a broken rule is bridged in every row, a merged cell is not cut")
    func merged() throws {
        var sheet = sheet { $0.fill(x: $1, y: $2) }
        // A gap in the second row, and the third row's side gone.
        sheet.fill(x: 350..<352, y: 175..<195, Self.paper)
        sheet.fill(x: 600..<602, y: 224..<278, Self.paper)
        let scale = 200.0 / 72
        let down = try RuleNet(sheet.bitmap).rulings.filter { $0.axis == .vertical }
        func spans(_ x: Int) -> [ClosedRange<Double>] {
            down.filter { abs($0.position * scale - Double(x + 1)) < 2 }.map(\.span).sorted {
                $0.lowerBound < $1.lowerBound
            }
        }
        #expect(spans(350).count == 1)
        #expect(spans(600).count == 2)
        #expect(spans(600).allSatisfy { !$0.contains(250 / scale) })
    }

    @Test("ones below each other are no rule, in the open or in the rows of a table")
    func strokes() throws {
        var sheet = sheet { $0.fill(x: $1, y: $2) }
        let before = try RuleNet(sheet.bitmap).rulings.count
        // Ones below each other.
        for y in stride(from: 400, to: 760, by: 34) { sheet.fill(x: 700..<703, y: y..<(y + 20)) }
        for y in Self.ys.dropLast() { sheet.fill(x: 500..<503, y: (y + 8)..<(y + 54)) }
        #expect(try RuleNet(sheet.bitmap).rulings.count == before)
    }

    @Test("sides that stick out below the last rule, as at a page's end, stay")
    func openEnd() throws {
        var sheet = sheet { $0.fill(x: $1, y: $2) }
        for x in Self.xs { sheet.fill(x: x..<(x + 2), y: 340..<400) }
        let down = try RuleNet(sheet.bitmap).rulings.filter { $0.axis == .vertical }
        #expect(down.count == 4)
        #expect(down.allSatisfy { $0.span.upperBound * 200 / 72 > 390 })
    }

    @Test("tables beside each other without outer borders keep the ends of rules that lie in one line")
    func spread() throws {
        var sheet = Sheet()
        for y in Self.ys {
            sheet.fill(x: 20..<402, y: y..<(y + 2))
            sheet.fill(x: 620..<980, y: y..<(y + 2))
        }
        for x in [150, 280, 740, 860] { sheet.fill(x: x..<(x + 2), y: 100..<342) }
        let scale = 200.0 / 72
        let across = try RuleNet(sheet.bitmap).rulings.filter { $0.axis == .horizontal }
        for y in Self.ys {
            let own = across.filter { abs($0.position * scale - Double(y + 1)) < 2 }
            #expect(
                own.contains { $0.span.lowerBound * scale < 25 && (398...406).contains($0.span.upperBound * scale) })
            #expect(
                own.contains { (614...622).contains($0.span.lowerBound * scale) && $0.span.upperBound * scale > 975 })
        }
    }

    @Test("a pale rule among dark ones that crosses none is the other side's; where all are pale they are the page's")
    func otherSide() throws {
        for (dark, expected) in [(20, 3), (200, 4)] as [(UInt8, Int)] {
            var sheet = Sheet()
            for y in [100, 160, 400] { sheet.fill(x: 100..<900, y: y..<(y + 3), dark) }
            sheet.fill(x: 100..<900, y: 280..<283, 200)
            #expect(try RuleNet(sheet.bitmap).rulings.count == expected)
        }
    }

    @Test("the sides of low rows are as short as strokes, and lead from one rule to the next")
    func lowRows() throws {
        var sheet = Sheet()
        for y in [100, 125, 150] { sheet.fill(x: 100..<852, y: y..<(y + 2)) }
        for x in [100, 850] { sheet.fill(x: x..<(x + 2), y: 100..<152) }
        sheet.fill(x: 400..<402, y: 125..<150)
        // A one in the upper row.
        sheet.fill(x: 600..<603, y: 105..<121)
        let down = try RuleNet(sheet.bitmap).rulings.filter { $0.axis == .vertical }
        #expect(down.map { Int(($0.position * 200 / 72).rounded(.down)) }.sorted() == [101, 401, 851])
    }
}
