internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// Rows whose cells do not stand under their headings.
extension TableReading {
    /// Reads a row's figures off its window; where only sums can tell which that is, all are open.
    mutating func read(
        _ window: CellWindows.Window, of row: TableRow, match: FormAlignment.Match, fields: [FormField],
        in table: FormTable
    ) {
        guard let line = match.item.line else { return }
        let codes = fields.map { IndicatorCode(table: table, line: line, field: $0) }
        let cells = row.sourceFigureCells
        guard case .at(let first, let isCertain) = window else {
            leaveOpen(codes, cells: cells)
            guard Self.isPlaced(match, in: [row]), !cells.allSatisfy(\.isBlank) else { return }
            // Blanks may have been lost or put in: all orders of the figures are open to the sums.
            if let numbers = wholeNumbers(cells.filter { !$0.isBlank }) {
                incomplete.append(RowPlacements.Row(codes: codes, cells: numbers))
            }
            return
        }
        for ((code, field), cell) in zip(zip(codes, fields), cells[first...]) {
            var reading = reading(of: cell, headingUnit: nil, code: code)
            reading.figure.unit = reading.figure.unit ?? row.unit
            compareUnit(of: reading.figure, with: line.unit ?? field.unit, code: code)
            if !Self.isPlaced(match, in: [row]) { reading.doubt(.rowLabelUnclear) }
            if !isCertain { reading.doubt(.columnByPosition) }
            figures.append(reading)
        }
    }

    /// Notes that it is not certain which of a row's cells its figures are.
    mutating func leaveOpen(_ codes: [IndicatorCode], cells: [TableRow.ReadCell]) {
        let printed = cells.filter { !$0.isBlank }.map(\.text).joined(separator: " ")
        findings.append(
            Finding(
                .cellUnclear, [.printed: printed, .reason: Finding.Reason.columnsLost.rawValue],
                code: codes[0].description))
        figures += codes.map { code in
            var reading = reading(.unreadable, of: nil, code: code, printed: printed)
            reading.doubt(.columnsLost)
            return reading
        }
    }

    /// True where the header has a text that is none of the form's: an agency's own column may stand among the form's.
    func hasForeignHeading(
        above match: FormAlignment.Match, block: IndexedBlock, of alignment: FormAlignment, rows: [TableRow]
    ) -> Bool {
        let header = alignment.matches.first { $0.item.block == match.item.block && $0.item.kind == .header }
        guard let last = header?.rows.last else { return false }
        let first = rows[..<last].lastIndex { $0.table != rows[last].table || $0.hasFigures }.map { $0 + 1 } ?? 0
        return rows[max(first, last - 3)...last].contains { row in
            row.cells.contains { cell in
                let letters = Label(cell.text).letters
                guard !letters.isEmpty, !block.names.contains(letters) else { return false }
                // A heading may be broken over lines.
                return !block.names.contains {
                    similarity($0, letters) > Likeness.plausible || $0.firstRange(of: letters) != nil
                }
            }
        }
    }
}
