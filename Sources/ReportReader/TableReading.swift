internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// The figures of one of a form's tables, read off the rows that were matched with it.
struct TableReading {
    var figures: [FigureReading] = []
    var findings: [Finding] = []
    /// Rows whose blanks were dropped: what stands in which column is open.
    var incomplete: [RowPlacements.Row] = []

    /// What may follow a number.
    private let units: Set<String>
    /// What is known of all figures of the table.
    private let common: Evidence

    /// - Parameters:
    ///   - origin: of the document's text.
    ///   - identity: whether the table is this report's.
    init(
        _ alignment: FormAlignment, rows: [TableRow], claimed: Set<Int>, units: Set<String> = FigureText.units,
        origin: TextEvidence.Origin = .published, identity: IdentityEvidence = .alone
    ) {
        self.units = units
        common = Evidence(content: .blank, text: TextEvidence(origin: origin), identity: identity)
        for (index, block) in alignment.table.blocks.enumerated() {
            read(block: index, fields: block.fields, of: alignment, rows: rows, claimed: claimed)
        }
        reportUnknownRows(alignment, rows: rows, claimed: claimed)
    }

    private mutating func read(
        block index: Int, fields: [FormField], of alignment: FormAlignment, rows: [TableRow], claimed: Set<Int>
    ) {
        var header: (row: TableRow, columns: ColumnMatch)?
        var hasRows = false
        let windows = CellWindows(
            alignment.matches.filter { $0.item.block == index }, rows: rows, columns: fields.count)
        for match in alignment.matches where match.item.block == index {
            switch match.item.kind {
            case .header:
                if let columns = match.columns, let row = match.rows.first { header = (rows[row], columns) }
            case .line(let line):
                hasRows = true
                let start = figures.count
                defer {
                    if alignment.isRivalled(match) {
                        for index in figures[start...].indices { figures[index].doubt(.rowLabelUnclear) }
                    }
                }
                let cut = match.rows.map { rows[$0] }
                if let row = cut.first(where: { $0.isFlat && ($0.hasFigures || $0.holdsMarksOnly) }) {
                    let others = alignment.matches.filter { $0.item.block == index && $0.rows != match.rows }
                        .flatMap(\.rows).map { rows[$0].figureCells.count }
                    readInOrder(
                        row, match: match, fields: fields, of: alignment.table.table,
                        isRegular: others.count { $0 == row.figureCells.count } >= 2,
                        isTorn: isBesideLooseFigures(match, columns: fields.count, rows: rows, claimed: claimed),
                        window: match.rows.count == 1 ? windows[match.rows[0]] : nil)
                    continue
                }
                if cut.contains(where: \.isFlat) { continue }
                let isRecognized = cut.contains { $0.cells.contains { $0.certainty != nil } }
                let isInOrder = alignment.isInOrder(
                    match, isCopied: isRecognized || common.text.origin == .copied)
                let slips = header.map { header in
                    RowSlips(
                        match, in: alignment, rows: rows, header: header.row, headings: header.columns.headings)
                }
                if slips?.isShifted ?? true, let window = windows[match.rows[0]],
                    !hasForeignHeading(above: match, block: alignment.table.blocks[index], of: alignment, rows: rows)
                {
                    read(window, of: cut[0], match: match, fields: fields, in: alignment.table.table)
                    continue
                }
                for (number, field) in fields.enumerated() {
                    let code = IndicatorCode(table: alignment.table.table, line: line, field: field)
                    let reading: FigureReading?
                    if let header, !header.columns.rivals.isEmpty {
                        reading = shared(by: header.columns.rivals, of: cut, header: header.row, code: code)
                    } else if let header {
                        reading = header.columns.headings[number].flatMap {
                            read($0, of: cut, header: header.row, others: header.columns.headings, code: code)
                        }
                    } else {
                        reading = readByPosition(number, of: fields.count, rows: cut, code: code)
                    }
                    guard var reading else { continue }
                    reading.figure.unit = reading.figure.unit ?? cut.lazy.compactMap(\.unit).first
                    compareUnit(of: reading.figure, with: line.unit ?? field.unit, code: code)
                    let isInferred = cut.contains(where: \.isInferred)
                    if !isInOrder || (alignment.table.isOpen || isInferred) && !Self.isPlaced(match, in: cut) {
                        reading.doubt(.rowLabelUnclear)
                    }
                    if alignment.table.isOpen, !alignment.isPlaced(match) { reading.doubt(.groupUnclear) }
                    if isInferred { reading.doubt(.unruledTable) }
                    for doubt in slips?.doubts(ofField: number) ?? [] { reading.doubt(doubt) }
                    figures.append(reading)
                }
            case .title, .heading: break
            }
        }
        guard hasRows, let header, !header.row.isFlat else { return }
        guard header.columns.rivals.isEmpty else {
            let names = header.columns.rivals.map(\.text).joined(separator: ", ")
            findings.append(
                Finding(
                    .columnUnclear, [.column: names], code: alignment.table.id, page: header.row.cells.first?.page,
                    box: header.row.cells.first?.box))
            return
        }
        for (field, heading) in zip(fields, header.columns.headings) where heading == nil {
            findings.append(
                Finding(
                    .columnMissing, [.column: field.labels.joined(separator: "/")], code: alignment.table.id,
                    page: header.row.cells.first?.page, box: header.row.cells.first?.box))
        }
    }

    /// True where the label says beyond doubt which row it is: sums cannot tell.
    static func isPlaced(_ match: FormAlignment.Match, in rows: [TableRow]) -> Bool {
        match.likeness >= Likeness.clear && !rows.contains(where: \.isLabelShared)
    }

    /// What cells hold; nil where one is neither a whole number nor a dash.
    func wholeNumbers(_ cells: [Cell]) -> [Int?]? {
        var numbers: [Int?] = []
        for cell in cells {
            switch FigureText(cell.text, units: units) {
            case .number(let value, unit: nil):
                guard cell.doubt == nil, let number = Int(whole: value) else { return nil }
                numbers.append(number)
            case .none: numbers.append(nil)
            case .number, .empty, .unclear: return nil
            }
        }
        return numbers
    }

    /// True where a line of figures that belongs to no row stands above or below: numbers too wide for their cells are broken so.
    /// No more of them than the row has columns.
    private func isBesideLooseFigures(
        _ match: FormAlignment.Match, columns: Int, rows: [TableRow], claimed: Set<Int>
    ) -> Bool {
        guard let first = match.rows.first, let last = match.rows.last else { return false }
        return [first - 1, last + 1].contains { index in
            rows.indices.contains(index) && rows[index].table == rows[first].table && rows[index].hasFigures
                && rows[index].labels.isEmpty && !claimed.contains(index)
                && rows[index].readings.count(where: \.isNumber) <= columns
        }
    }

    // MARK: Rows whose columns are lost

    /// As many figures as the form has columns are its figures in order. With blanks among them as many cells are: what is left
    /// of columns merged before them stands blank behind them. Fewer cells, or more figures, could stand anywhere.
    ///
    /// - Parameters:
    ///   - isRegular: other rows have as many cells, so that no blank has been dropped or added.
    ///   - isTorn: a line of figures without a label stands beside it, which may be the rest of its numbers.
    private mutating func readInOrder(
        _ source: TableRow, match: FormAlignment.Match, fields: [FormField], of table: FormTable, isRegular: Bool,
        isTorn: Bool, window: CellWindows.Window?
    ) {
        guard let line = match.item.line else { return }
        let own = fields.count == 1 ? Self.joinedDigits(source.figureCells) : source.figureCells
        let filled = own.filter { !$0.isBlank }
        var cells = filled.count == fields.count ? filled[...] : own
        var isWindow = false
        if case .at(let first, let isCertain) = window {
            cells = source.sourceFigureCells[first..<(first + fields.count)]
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
        // figure where it should, as long as something between the cells keeps them apart. Where blanks do, its ends are certain.
        let row = cells.prefix(fields.count)
        let isHeld = row.first?.isBlank == false && row.last?.isBlank == false
        let isSure = isWindow || source.order == .none && (isRegular || isHeld) || row.allSatisfy { !$0.isBlank }
        let isLabelOver = source.labelCell.map { FigureText.endsWithFigure($0.text, units: units) } ?? false
        for (index, (code, cell)) in zip(codes, row).enumerated() {
            var reading = reading(of: cell, heading: nil, code: code)
            reading.figure.unit = reading.figure.unit ?? source.unit
            if !Self.isPlaced(match, in: [source]) { reading.doubt(.rowLabelUnclear) }
            let isEnd = index == 0 || index == fields.count - 1
            if !isSure, !(isHeld && isEnd) { reading.doubt(.columnByPosition) }
            if isTorn { reading.doubt(.rowTorn) }
            if isLabelOver { reading.doubt(.cellsMoreThanHeadings) }
            figures.append(reading)
        }
    }

    /// Digits that were cut out of a label's end put together again: the row has but one figure.
    private static func joinedDigits(_ cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
        guard cells.count > 1, var whole = cells.first, cells.allSatisfy({ $0.doubt == .cut }) else { return cells }
        whole.text = cells.map(\.text).joined()
        whole.doubt = nil
        return [whole]
    }

    // MARK: One figure

    private mutating func read(
        _ heading: ColumnMatch.Heading, of rows: [TableRow], header: TableRow, others: [ColumnMatch.Heading?],
        code: IndicatorCode
    ) -> FigureReading? {
        let cells = Self.cells(under: heading, of: rows, header: header)
        let filled = cells.filter { !$0.isBlank }
        guard let cell = filled.first ?? cells.first else { return nil }
        // A number set across several columns belongs to none of them in particular.
        let isShared =
            rows.contains { $0.table == header.table } && !filled.isEmpty
            && others.contains { other in
                guard let other, other.columns != heading.columns else { return false }
                return cell.columns.overlaps(other.columns)
            }
        if filled.count > 1 || isShared && FigureText(cell.text) != .none {
            return unclear(
                filled.map(\.text).joined(separator: " "), cell: cell, code: code,
                reason: isShared ? .sharedCell : .severalCells, isShared ? .sharedCell : .severalCells)
        }
        return reading(of: cell, heading: heading.text, code: code)
    }

    private static func cells(under heading: ColumnMatch.Heading, of rows: [TableRow], header: TableRow) -> [Cell] {
        rows.flatMap { row in
            row.cells.filter { cell in
                if row.table == header.table { return cell.columns.overlaps(heading.columns) }
                guard let box = cell.box, let over = heading.box else { return cell.columns.overlaps(heading.columns) }
                return box.center.x > over.x0 && box.center.x < over.x1
                    || over.center.x > box.x0 && over.center.x < box.x1
            }
        }
    }

    /// The figure of a row that has several, for parts of what the form asks for: which is it cannot be told.
    private func shared(
        by rivals: [ColumnMatch.Heading], of rows: [TableRow], header: TableRow, code: IndicatorCode
    ) -> FigureReading? {
        let cells = rivals.flatMap { Self.cells(under: $0, of: rows, header: header) }
        guard let first = cells.first else { return nil }
        let printed = cells.filter { !$0.isBlank }.map(\.text).joined(separator: " ")
        let isBlank = cells.allSatisfy { [.empty, .none].contains(FigureText($0.text)) }
        var reading = reading(isBlank ? .blank : .unreadable, of: first, code: code, printed: printed)
        if !isBlank { reading.doubt(.columnUnclear) }
        return reading
    }

    /// Without a header the columns can only be counted off from the right.
    private mutating func readByPosition(
        _ number: Int, of count: Int, rows: [TableRow], code: IndicatorCode
    ) -> FigureReading? {
        let cells = rows.map(\.cells).max { $0.count < $1.count } ?? []
        guard cells.count >= count, cells.count <= count + 3 else { return nil }
        let filled = cells.filter { FigureText($0.text, units: units).isNumber }
        if filled.count > count {
            return unclear(
                filled.map(\.text).joined(separator: " "), cell: filled[0], code: code, reason: .noHeadings, .noHeadings
            )
        }
        var reading = reading(of: cells[cells.count - count + number], heading: nil, code: code)
        reading.doubt(.noHeadings)
        return reading
    }

    func reading(_ content: Evidence.Content, of cell: Cell?, code: IndicatorCode, printed: String)
        -> FigureReading
    {
        var evidence = common
        evidence.content = content
        evidence.text.certainty = cell?.certainty
        let figure = Figure(status: .blank, printed: printed, page: cell?.page, box: cell?.box)
        return FigureReading(
            code: code, figure: figure, evidence: evidence,
            others: cell?.otherReadings.compactMap { FigureText($0, units: units).value } ?? [])
    }

    mutating func reading(of cell: Cell, heading: String?, code: IndicatorCode) -> FigureReading {
        if cell.doubt == .unreadable {
            return unclear(cell.text, cell: cell, code: code, reason: .noUnicode, .noUnicode)
        }
        switch FigureText(cell.text, units: units) {
        case .empty, .none:
            return reading(.blank, of: cell, code: code, printed: cell.text)
        case .number(let value, let unit):
            var reading = reading(.number, of: cell, code: code, printed: cell.text)
            reading.figure.value = value
            reading.figure.unit = unit ?? heading.flatMap { FigureText.unit(inHeading: $0, of: units) }
            if FigureText.hasLeadingZero(cell.text) { reading.doubt(.leadingZero) }
            if cell.doubt == .displaced { reading.doubt(.rowDisplaced) }
            if cell.doubt == .cut { reading.doubt(.figuresRunTogether) }
            if cell.doubt == .overrun {
                reading.doubt(.overrun)
                note(cell.text, in: cell, code: code, reason: .overrun)
            }
            return reading
        case .unclear:
            return unclear(cell.text, cell: cell, code: code, reason: .notOneNumber, .notOneNumber)
        }
    }

    private mutating func unclear(
        _ text: String, cell: Cell, code: IndicatorCode, reason: Finding.Reason, _ doubt: Doubt
    ) -> FigureReading {
        note(text, in: cell, code: code, reason: reason)
        var reading = reading(.unreadable, of: cell, code: code, printed: text)
        reading.doubt(doubt)
        return reading
    }

    /// Notes that a cell is unclear.
    private mutating func note(_ text: String, in cell: Cell, code: IndicatorCode, reason: Finding.Reason) {
        findings.append(
            Finding(
                .cellUnclear, [.printed: text, .reason: reason.rawValue], code: code.description, page: cell.page,
                box: cell.box))
    }

    /// Notes a printed unit that is not the form's; the figure keeps what is printed.
    mutating func compareUnit(of figure: Figure, with unit: String?, code: IndicatorCode) {
        guard let printed = figure.unit, let unit, printed != unit, unit != Form.unitAsPrinted else { return }
        findings.append(
            Finding(
                .unitDiffers, [.unit: printed, .formUnit: unit], code: code.description, page: figure.page,
                box: figure.box))
    }
}
