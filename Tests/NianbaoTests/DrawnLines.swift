import Testing

/// A way of drawing the table's lines.
struct DrawnLines: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var lines: String
    /// How far the table's box may be off, in points: thick lines and fills have no exact middle.
    var tolerance = 0.01

    static let all = [
        DrawnLines(testDescription: "full strokes", lines: MadeSheet.borders(MadeSheet.stroke)),
        DrawnLines(
            testDescription: "a short stroke for each side of each cell",
            lines: MadeSheet.squares { _, _, box in
                MadeSheet.stroke(box.x0, box.y0, box.x1, box.y0) + " "
                    + MadeSheet.stroke(box.x0, box.y1, box.x1, box.y1)
                    + " " + MadeSheet.stroke(box.x0, box.y0, box.x0, box.y1) + " "
                    + MadeSheet.stroke(box.x1, box.y0, box.x1, box.y1)
            }),
        DrawnLines(
            testDescription: "an outline for each cell",
            lines: MadeSheet.squares { _, _, box in "0.5 w \(box.x0) \(200 - box.y1) \(box.width) \(box.height) re S" }),
        DrawnLines(
            testDescription: "thin filled rectangles",
            lines: MadeSheet.borders { x0, y0, x1, y1 in
                x0 == x1
                    ? "\(x0 - 0.25) \(200 - y1) 0.5 \(y1 - y0) re f" : "\(x0) \(200 - y0 - 0.25) \(x1 - x0) 0.5 re f"
            }),
        DrawnLines(
            testDescription: "trapezoids with mitred corners",
            lines: MadeSheet.borders { x0, y0, x1, y1 in
                let (top, bottom) = (200 - y0, 200 - y1)
                return x0 == x1
                    ? "\(x0 - 0.5) \(top + 0.5) m \(x0 + 0.5) \(top - 0.5) l \(x0 + 0.5) \(bottom + 0.5) l \(x0 - 0.5) \(bottom - 0.5) l f"
                    : "\(x0 - 0.5) \(top + 0.5) m \(x1 + 0.5) \(top + 0.5) l \(x1 - 0.5) \(top - 0.5) l \(x0 + 0.5) \(top - 0.5) l f"
            }),
        DrawnLines(testDescription: "dashed strokes", lines: "[2 1.5] 0 d " + MadeSheet.borders(MadeSheet.stroke)),
        DrawnLines(
            testDescription: "dots, one by one",
            lines: MadeSheet.borders { x0, y0, x1, y1 in
                let length = x1 - x0 + y1 - y0
                return stride(from: 0, through: length, by: 2.5).map { way in
                    let (x, y) = (x0 + (x0 == x1 ? 0 : way), y0 + (x0 == x1 ? way : 0))
                    return "\(x - 0.5) \(200 - y - 0.5) 1 1 re f"
                }.joined(separator: " ")
            }, tolerance: 0.6),
        DrawnLines(
            testDescription: "dashes, one by one",
            lines: MadeSheet.borders { x0, y0, x1, y1 in
                let length = x1 - x0 + y1 - y0
                return stride(from: 0, to: length, by: 5).map { way in
                    x0 == x1
                        ? "\(x0 - 0.25) \(200 - y0 - way - 3) 0.5 3 re f" : "\(x0 + way) \(200 - y0 - 0.25) 3 0.5 re f"
                }.joined(separator: " ")
            }, tolerance: 2.1),
        DrawnLines(
            testDescription: "double lines",
            lines: MadeSheet.borders { x0, y0, x1, y1 in
                x0 == x1
                    ? MadeSheet.stroke(x0 - 1, y0, x0 - 1, y1) + " " + MadeSheet.stroke(x0 + 1, y0, x0 + 1, y1)
                    : MadeSheet.stroke(x0, y0 - 1, x1, y0 - 1) + " " + MadeSheet.stroke(x0, y0 + 1, x1, y0 + 1)
            }, tolerance: 1.1),
        DrawnLines(
            testDescription: "no sides on the left and right",
            lines: [30, 60, 90, 120].map { MadeSheet.stroke(40, $0, 240, $0) }.joined(separator: " ") + " "
                + [120, 180].map { MadeSheet.stroke($0, 30, $0, 120) }.joined(separator: " ")),
        DrawnLines(
            testDescription: "backgrounds only",
            lines: MadeSheet.squares { row, column, box in
                "\((row + column) % 2 == 0 ? 0.8 : 0.9) g \(box.x0) \(200 - box.y1) \(box.width) \(box.height) re f"
            }),
        DrawnLines(
            testDescription: "white lines on a shade",
            lines: "0.8 g 40 80 200 90 re f 1 G " + MadeSheet.borders(MadeSheet.stroke)),
    ]
}
