internal import XMLTree

/// Reads a sheet's part.
struct WorksheetReader {
    let styles: CellStyles
    let strings: [String]
    let startsIn1904: Bool

    /// As many as a sheet has.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
    /// Cells that show something, and ranges, beyond which a sheet is no report.
    private static let mostCells = 200_000
    private static let mostRanges = 100_000

    /// - Parameter damage: why the sheet is read in part only.
    func sheet(_ root: XMLElement, damage: inout String?) -> Sheet {
        var sheet = Sheet()
        let format = root.first("x:sheetFormatPr")
        let hidesRows = Self.isTrue(format?["zeroHeight"])
        sheet.hiddenColumns = Self.hiddenColumns(root)
        var shownRows: [Range<Int>] = []
        var hiddenRows: [Range<Int>] = []
        var row = -1
        for element in root.elements(in: "x:sheetData") where element.name == "x:row" {
            row = element["r"].flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
            guard 0..<Self.mostRows ~= row else { break }
            let hidden = element["hidden"].map { Self.isTrue($0) }
            let isFlat = Self.isTrue(element["customHeight"]) && element["ht"].flatMap { Double($0) } == 0
            if hidden ?? hidesRows || isFlat {
                hiddenRows.append(row..<(row + 1))
            } else if hidesRows {
                shownRows.append(row..<(row + 1))
            }
            read(element, row: row, into: &sheet)
            guard sheet.cells.count <= Self.mostCells else {
                damage = "more than \(Self.mostCells) cells"
                break
            }
        }
        if hidesRows { hiddenRows += Self.gaps(between: SheetIndexes(shownRows), upTo: row + 1) }
        sheet.hiddenRows = SheetIndexes(hiddenRows)
        sheet.merges = Self.merges(root)
        return sheet
    }

    private static func gaps(between shown: SheetIndexes, upTo end: Int) -> [Range<Int>] {
        (0..<max(0, end)).lazy.filter { !shown.contains($0) }.map { $0..<($0 + 1) }
    }

    private static func hiddenColumns(_ root: XMLElement) -> SheetIndexes {
        var ranges: [Range<Int>] = []
        for element in root.elements(in: "x:cols") {
            guard let first = element["min"].flatMap({ Int($0) }), let last = element["max"].flatMap({ Int($0) }),
                1...last ~= first, last <= mostColumns
            else { continue }
            let isNarrow = isTrue(element["customWidth"]) && element["width"].flatMap { Double($0) } == 0
            if isTrue(element["hidden"]) || isNarrow { ranges.append((first - 1)..<last) }
        }
        return SheetIndexes(ranges)
    }

    private static func merges(_ root: XMLElement) -> [SheetRange] {
        let elements = root.elements(in: "x:mergeCells").prefix(mostRanges)
        return elements.compactMap { element in
            let ends = element["ref"]?.split(separator: ":").map { place($0) } ?? []
            guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
                first.column <= last.column
            else { return nil }
            return SheetRange(rows: first.row..<(last.row + 1), columns: first.column..<(last.column + 1))
        }
    }

    private func read(_ element: XMLElement, row: Int, into sheet: inout Sheet) {
        var column = -1
        for cell in element.elements where cell.name == "x:c" {
            column = cell["r"].flatMap { Self.place($0[...])?.column } ?? column + 1
            guard column < Self.mostColumns else { return }
            let style = cell["s"].flatMap { Int($0) } ?? 0
            let text = text(of: cell, format: styles.format(style))
            let isRuled = styles.isRuled(style)
            guard isRuled || !text.isEmpty else { continue }
            sheet.cells.append(SheetCell(row: row, column: column, text: text, isRuled: isRuled))
        }
    }

    private func text(of cell: XMLElement, format: NumberFormat) -> String {
        if let string = cell.first("x:is") { return format.text(of: richText(string)) }
        let value = cell.first("x:v")?.text ?? ""
        // Whoever wrote the formula has not computed it: what it gives is not known.
        if value.isEmpty { return cell.first("x:f").map { "=" + $0.text } ?? "" }
        switch cell["t"] {
        case "s":
            return Int(value).flatMap { strings.indices.contains($0) ? format.text(of: strings[$0]) : nil }
                ?? "\u{FFFD}"
        case "str": return format.text(of: value)
        case "b": return value == "0" ? "FALSE" : "TRUE"
        case "e", "d": return value
        default:
            guard let number = Double(value.trimmed) else { return value }
            return format.text(of: number, startsIn1904: startsIn1904) ?? "\u{FFFD}"
        }
    }

    private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }

    /// `AB12` as row 11 and column 27; nil where it is no place in a sheet.
    static func place(_ reference: Substring) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        var hasDigits = false
        for byte in reference.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z") where !hasDigits: column = column * 26 + Int(byte) - 96
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigits = true
                row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column <= mostColumns, row <= mostRows else { return nil }
        }
        return column > 0 && row > 0 ? (row - 1, column - 1) : nil
    }
}
