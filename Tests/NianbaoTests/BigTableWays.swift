import DocumentModel
import TestSupport
import Testing

/// A way of drawing the borders of a part of the big table.
struct BigTableWay: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rules: @Sendable (BigTable.Sheet) -> String

    init(_ name: String, _ rules: @escaping @Sendable (BigTable.Sheet) -> String) {
        testDescription = name
        self.rules = rules
    }

    static let strokes = BigTableWay("long strokes") { "0.5 w " + $0.strokes($0.lines) }

    static let all: [BigTableWay] = [
        strokes,
        BigTableWay("a stroke for each side of each square") { "0.5 w " + $0.strokes($0.edges) },
        BigTableWay("thin filled rectangles") { sheet in sheet.lines.map { sheet.bar($0, width: 0.5) }.joined() },
        BigTableWay("dots, one by one") { sheet in
            sheet.lines.flatMap(\.dots).map {
                sheet.fill(Box(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y).expanded(by: 0.4))
            }
            .joined()
        },
        BigTableWay("dashed strokes") { "0.5 w [3 2] 0 d " + $0.strokes($0.lines) + " [] 0 d" },
        BigTableWay("double lines") { sheet in
            "0.4 w " + sheet.strokes(sheet.lines.flatMap { [$0.moved(-0.9), $0.moved(0.9)] })
        },
        BigTableWay("light grey hairlines") { "0.1 w 0.85 G " + $0.strokes($0.lines) },
        BigTableWay("coloured lines") { "0.7 w 0.1 0.4 0.9 RG " + $0.strokes($0.lines) },
        BigTableWay("white lines on a shade") {
            "0.88 0.91 0.96 rg " + $0.fill($0.outline) + "1 G 1 w " + $0.strokes($0.lines)
        },
        BigTableWay("an outline for each cell") { sheet in
            "0.5 w " + sheet.boxes.map { sheet.rectangle($0) + " S " }.joined()
        },
        BigTableWay("fills of alternating shades") { sheet in
            zip(sheet.boxes, sheet.areas).map { box, area in
                "\((area.rows.lowerBound + area.columns.lowerBound) % 2 == 0 ? 0.85 : 0.93) g " + sheet.fill(box)
            }.joined()
        },
        BigTableWay("fills with gaps between") { sheet in
            "0.9 g " + sheet.boxes.map { sheet.fill($0.expanded(by: -0.7)) }.joined()
        },
        BigTableWay("open polylines") { sheet in
            "0.5 w " + sheet.boxes.map { sheet.corner($0) }.joined()
                + sheet.strokes(sheet.lines.filter { sheet.isOutside($0) })
        },
        BigTableWay("corners 1.2 points apart") { sheet in
            "0.5 w " + sheet.strokes(sheet.lines.enumerated().map { $1.longer(by: $0 % 2 == 0 ? 1.2 : -1.2) })
        },
        BigTableWay("no outer border") { sheet in
            "0.5 w " + sheet.strokes(sheet.lines.filter { !sheet.isOutside($0) })
        },
        BigTableWay("no rule at the page break") { sheet in
            "0.5 w "
                + sheet.strokes(
                    sheet.lines.filter { line in
                        !(sheet.isCutAbove && line.y1 == sheet.ys[0])
                            && !(sheet.isCutBelow && line.y0 == sheet.ys[sheet.ys.count - 1])
                    })
        },
        BigTableWay("a watermark across") { sheet in
            strokes.rules(sheet)
                + " q 0.8 g BT /F2 50 Tf 0.7071 0.7071 -0.7071 0.7071 120 200 Tm \(TestPDF.utf16("内部资料请勿外传")) Tj ET Q"
        },
        BigTableWay("horizontal rules only") { sheet in
            "0.5 w " + sheet.strokes(sheet.lines.filter { $0.y0 == $0.y1 })
        },
        BigTableWay("no rules") { _ in "" },
    ]
}

/// A straight line along x or y.
struct BigTableLine {
    var x0, y0, x1, y1: Double

    func moved(_ distance: Double) -> BigTableLine {
        y0 == y1
            ? BigTableLine(x0: x0, y0: y0 + distance, x1: x1, y1: y1 + distance)
            : BigTableLine(x0: x0 + distance, y0: y0, x1: x1 + distance, y1: y1)
    }

    func longer(by distance: Double) -> BigTableLine {
        y0 == y1
            ? BigTableLine(x0: x0 - distance, y0: y0, x1: x1 + distance, y1: y1)
            : BigTableLine(x0: x0, y0: y0 - distance, x1: x1, y1: y1 + distance)
    }

    var dots: [Point] {
        let count = Int(max(x1 - x0, y1 - y0) / 2)
        return (0...count).map { step in
            let share = Double(step) / Double(count)
            return Point(x: x0 + share * (x1 - x0), y: y0 + share * (y1 - y0))
        }
    }
}

extension BigTable.Sheet {
    var outline: Box { Box(x0: xs[0], y0: ys[0], x1: xs[xs.count - 1], y1: ys[ys.count - 1]) }

    /// The sides of squares that are borders of cells.
    var edges: [BigTableLine] { runs(merging: false) }
    /// The same as lines as long as can be.
    var lines: [BigTableLine] { runs(merging: true) }

    private func runs(merging: Bool) -> [BigTableLine] {
        var owner = [[Int]](repeating: [Int](repeating: -1, count: xs.count + 1), count: ys.count + 1)
        for (index, area) in areas.enumerated() {
            for row in area.rows { for column in area.columns { owner[row + 1][column + 1] = index } }
        }
        var lines: [BigTableLine] = []
        func add(_ line: BigTableLine, _ goesOn: (BigTableLine) -> Bool) {
            if merging, let last = lines.last, goesOn(last) {
                (lines[lines.count - 1].x1, lines[lines.count - 1].y1) = (line.x1, line.y1)
            } else {
                lines.append(line)
            }
        }
        for row in ys.indices {
            for column in 0..<(xs.count - 1) where owner[row][column + 1] != owner[row + 1][column + 1] {
                let line = BigTableLine(x0: xs[column], y0: ys[row], x1: xs[column + 1], y1: ys[row])
                add(line) { $0.y0 == line.y0 && $0.y1 == line.y0 && $0.x1 == line.x0 }
            }
        }
        for column in xs.indices {
            for row in 0..<(ys.count - 1) where owner[row + 1][column] != owner[row + 1][column + 1] {
                let line = BigTableLine(x0: xs[column], y0: ys[row], x1: xs[column], y1: ys[row + 1])
                add(line) { $0.x0 == line.x0 && $0.x1 == line.x0 && $0.y1 == line.y0 }
            }
        }
        return lines
    }

    func isOutside(_ line: BigTableLine) -> Bool {
        let box = outline
        return line.y0 == line.y1 ? line.y0 == box.y0 || line.y0 == box.y1 : line.x0 == box.x0 || line.x0 == box.x1
    }

    func strokes(_ lines: [BigTableLine]) -> String {
        lines.map { "\($0.x0) \(Self.height - $0.y0) m \($0.x1) \(Self.height - $0.y1) l S\n" }.joined()
    }

    func rectangle(_ box: Box) -> String { "\(box.x0) \(Self.height - box.y1) \(box.width) \(box.height) re" }

    func fill(_ box: Box) -> String { rectangle(box) + " f\n" }

    func bar(_ line: BigTableLine, width: Double) -> String {
        fill(Box(x0: line.x0, y0: line.y0, x1: line.x1, y1: line.y1).expanded(by: width / 2))
    }

    /// The left and the top side in one stroke.
    func corner(_ box: Box) -> String {
        let (top, bottom) = (Self.height - box.y0, Self.height - box.y1)
        return "\(box.x0) \(bottom) m \(box.x0) \(top) l \(box.x1) \(top) l S\n"
    }
}
