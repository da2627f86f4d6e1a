internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// Rows whose columns are lost.
extension TableReading {
    /// As many figures as the form has columns are its figures in order. With blanks among them as many cells are: what is left
    /// of columns merged before them stands blank behind them. Fewer cells, or more figures, could stand anywhere.
    ///
    /// - Parameters:
    ///   - isRegular: other rows have as many cells, so that no blank has been dropped or added.
    ///   - isTorn: a line of figures without a label stands beside it, which may be the rest of its numbers.
    ///   - window: where the rows of its shape have their figures.
    mutating func readInOrder(
        _ source: TableRow, match: FormAlignment.Match, fields: [FormField], of table: FormTable, isRegular: Bool,
        isTorn: Bool, window: CellWindows.Window?
    ) {
        guard let line = match.item.line else { return }
        let own = source.figureCells.map(source.readCell)
        let all = fields.count == 1 ? joinedDigits(own) : own
        let filled = all.filter { !$0.isBlank }
        var cells = filled.count == fields.count ? filled : all
        var isWindow = false
        if case .at(let first, let isCertain) = window {
            cells = Array(source.sourceFigureCells[first..<(first + fields.count)])
            isWindow = isCertain
        }
        let codes = fields.map { IndicatorCode(table: table, line: line, field: $0) }
        guard cells.count >= fields.count, cells.dropFirst(fields.count).allSatisfy(\.isBlank) else {
            leaveOpen(codes, cells: cells)
            if filled.count < fields.count, !isTorn, Self.isPlaced(match, in: [source]),
                let numbers = wholeNumbers(filled)
            {
                incomplete.append(RowPlacements.Row(codes: codes, cells: numbers))
            }
            return
        }
        // A blank between figures may have been dropped, and one behind them taken in: not in a row that begins and ends with a
        // figure where it should, as long as something between the cells keeps them apart. Where blanks do, its ends are certain,
        // unless a blank stands before them: another one, put in among the figures, would make them reach from end to end.
        let row = cells.prefix(fields.count)
        let isHeld = row.first?.isBlank == false && row.last?.isBlank == false
        let areEndsSure = isHeld && source.sourceFigureCells.first?.isBlank == false
        let isSure =
            isWindow || window == nil && source.order == .none && (isRegular || isHeld)
            || row.allSatisfy { !$0.isBlank }
        let isLabelOver = source.labelCell.map { FigureText.endsWithFigure($0.text, units: units) } ?? false
        for (index, (code, cell)) in zip(codes, row).enumerated() {
            var reading = reading(of: cell, headingUnit: nil, code: code)
            reading.figure.unit = reading.figure.unit ?? source.unit
            if !Self.isPlaced(match, in: [source]) { reading.doubt(.rowLabelUnclear) }
            let isEnd = index == 0 || index == fields.count - 1
            if !isSure, !(areEndsSure && isEnd) { reading.doubt(.columnByPosition) }
            if isTorn { reading.doubt(.rowTorn) }
            if isLabelOver { reading.doubt(.cellsMoreThanHeadings) }
            figures.append(reading)
        }
    }

    /// Digits that were cut out of a label's end put together again: the row has but one figure.
    private func joinedDigits(_ cells: [TableRow.ReadCell]) -> [TableRow.ReadCell] {
        guard cells.count > 1, var whole = cells.first?.cell, cells.allSatisfy({ $0.cell.doubt == .cut }) else {
            return cells
        }
        whole.text = cells.map(\.text).joined()
        whole.doubt = nil
        return [TableRow.ReadCell(cell: whole, reading: FigureText(whole.text, units: units))]
    }

    /// What cells hold; nil where one is neither a whole number nor a dash.
    func wholeNumbers(_ cells: [TableRow.ReadCell]) -> [Int?]? {
        var numbers: [Int?] = []
        for cell in cells {
            switch cell.reading {
            case .number(let value, unit: nil):
                guard cell.cell.doubt == nil, let number = Int(whole: value) else { return nil }
                numbers.append(number)
            case .none: numbers.append(nil)
            case .number, .empty, .unclear: return nil
            }
        }
        return numbers
    }
}
