internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// The figures of one of a form's tables, read off the rows that were matched with it.
struct TableReading {
    var figures: [FigureReading] = []
    var findings: [Finding] = []
    /// Rows whose blanks were dropped: what stands in which column is open.
    var incomplete: [RowPlacements.Row] = []

    /// What may follow a number or stand for none.
    let units: FigureWords
    /// The figures that are changes: 本年增/减.
    private let changes: Set<IndicatorCode>
    /// What is known of all figures of the table.
    private let common: Evidence

    /// - Parameters:
    ///   - origin: of the document's text.
    ///   - identity: whether the table is this report's.
    init(
        _ alignment: FormAlignment, rows: [TableRow], claimed: Set<Int>, units: FigureWords,
        origin: TextEvidence.Origin = .published, identity: IdentityEvidence = .alone
    ) {
        self.units = units
        changes = Self.changes(of: alignment.table)
        common = Evidence(content: .blank, text: TextEvidence(origin: origin), identity: identity)
        for (index, block) in alignment.table.blocks.enumerated() {
            read(block: index, fields: block.fields, of: alignment, rows: rows, claimed: claimed)
        }
        reportUnknownRows(alignment, rows: rows, claimed: claimed)
    }

    private mutating func read(
        block index: Int, fields: [FormField], of alignment: FormAlignment, rows: [TableRow], claimed: Set<Int>
    ) {
        var header: Header?
        var lost: [ColumnMatch.Heading?] = []
        var hasRows = false
        let windows = CellWindows(
            alignment.matches.filter { $0.item.block == index }, rows: rows, columns: fields.count)
        for match in alignment.matches where match.item.block == index {
            switch match.item.kind {
            case .header:
                if let columns = match.columns, let row = match.rows.first {
                    let headingUnits = columns.headings.map { heading in
                        heading.flatMap { FigureText.unit(inHeading: $0.text, of: units) }
                    }
                    header = Header(row: rows[row], columns: columns, units: headingUnits)
                    lost = columns.headings
                    header?.countColumns(of: fields.count)
                }
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
                if let window = windows[match.rows[0]], isShifted(window, slips: slips),
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
                        reading = read(number, of: cut, header: header, code: code)
                    } else {
                        reading = readByPosition(number, of: fields.count, rows: cut, code: code)
                    }
                    guard var reading else { continue }
                    reading.figure.unit = reading.figure.unit ?? cut.lazy.compactMap(\.unit).first
                    compareUnit(of: reading.figure, with: line.unit ?? field.unit, code: code)
                    reading.takePointsForCommas(unit: line.unit ?? field.unit)
                    let isInferred = cut.contains(where: \.isInferred)
                    let isMerged = cut.contains(where: \.isLabelMerged)
                    if !isInOrder || isMerged
                        || (alignment.table.isOpen || isInferred) && !Self.isPlaced(match, in: cut)
                    {
                        reading.doubt(.rowLabelUnclear)
                    }
                    if alignment.table.isOpen, !alignment.isPlaced(match) { reading.doubt(.groupUnclear) }
                    if isInferred { reading.doubt(.unruledTable) }
                    if header?.counted.contains(number) ?? false { reading.doubt(.columnByPosition) }
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
        for (field, heading) in zip(fields, lost) where heading == nil {
            findings.append(
                Finding(
                    .columnMissing, [.column: field.labels.joined(separator: "/")], code: alignment.table.id,
                    page: header.row.cells.first?.page, box: header.row.cells.first?.box))
        }
    }

    /// True where a row is to be read by its window. Of what others have flattened a header may be broken to pieces: rows that have
    /// all figures need none.
    private func isShifted(_ window: CellWindows.Window, slips: RowSlips?) -> Bool {
        if let slips { return slips.areShifted(window) }
        guard common.text.origin == .copied, case .at(_, isCertain: true) = window else { return false }
        return true
    }

    /// True where the label says beyond doubt which row it is: sums cannot tell.
    static func isPlaced(_ match: FormAlignment.Match, in rows: [TableRow]) -> Bool {
        match.likeness >= Likeness.clear && !rows.contains(where: \.isLabelShared)
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

    private static func changes(of table: IndexedTable) -> Set<IndicatorCode> {
        let codes = zip(table.blocks, table.table.blocks).flatMap { indexed, block in
            indexed.fields.filter(\.isChange).flatMap { field in
                block.lines.map { IndicatorCode(table: table.table, line: $0, field: field) }
            }
        }
        return Set(codes)
    }

    // MARK: One figure

    private mutating func read(
        _ number: Int, of rows: [TableRow], header: Header, code: IndicatorCode
    ) -> FigureReading? {
        guard let heading = header.columns.headings[number] else { return nil }
        let cells = Self.cells(under: heading, of: rows, header: header.row)
        let filled = cells.filter { !$0.isBlank }
        guard let cell = filled.first ?? cells.first else { return nil }
        // A number set across several columns belongs to none of them in particular.
        let isShared =
            rows.contains { $0.table == header.row.table } && !filled.isEmpty
            && header.columns.headings.contains { other in
                guard let other, other.columns != heading.columns else { return false }
                return cell.cell.columns.overlaps(other.columns)
            }
        if filled.count > 1 || isShared && cell.reading != .none {
            return unclear(
                filled.map(\.text).joined(separator: " "), cell: cell.cell, code: code,
                reason: isShared ? .sharedCell : .severalCells, isShared ? .sharedCell : .severalCells)
        }
        return reading(of: cell, headingUnit: header.units[number], code: code)
    }

    /// The figure of a row that has several, for parts of what the form asks for: which is it cannot be told.
    private func shared(
        by rivals: [ColumnMatch.Heading], of rows: [TableRow], header: TableRow, code: IndicatorCode
    ) -> FigureReading? {
        let cells = rivals.flatMap { Self.cells(under: $0, of: rows, header: header) }
        guard let first = cells.first else { return nil }
        let printed = cells.filter { !$0.isBlank }.map(\.text).joined(separator: " ")
        let isBlank = cells.allSatisfy { [.empty, .none].contains($0.reading) }
        var reading = reading(isBlank ? .blank : .unreadable, of: first.cell, code: code, printed: printed)
        if !isBlank { reading.doubt(.columnUnclear) }
        return reading
    }

    /// Without a header the columns can only be counted off from the right.
    private mutating func readByPosition(
        _ number: Int, of count: Int, rows: [TableRow], code: IndicatorCode
    ) -> FigureReading? {
        guard let row = rows.max(by: { $0.cells.count < $1.cells.count }) else { return nil }
        let cells = row.cells.indices.map(row.readCell)
        guard cells.count >= count, cells.count <= count + 3 else { return nil }
        let filled = cells.filter(\.reading.isNumber)
        if filled.count > count {
            return unclear(
                filled.map(\.text).joined(separator: " "), cell: filled[0].cell, code: code, reason: .noHeadings,
                .noHeadings
            )
        }
        var reading = reading(of: cells[cells.count - count + number], headingUnit: nil, code: code)
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

    mutating func reading(
        of source: TableRow.ReadCell, headingUnit: String?, code: IndicatorCode
    ) -> FigureReading {
        let cell = source.cell
        if cell.doubt == .unreadable {
            return unclear(cell.text, cell: cell, code: code, reason: .noUnicode, .noUnicode)
        }
        // Nobody prints a count so; a picture shows it where the rule between two columns is lost, or a digit misread.
        if cell.certainty != nil, FigureText.hasLeadingZero(cell.text) {
            return unclear(cell.text, cell: cell, code: code, reason: .notOneNumber, .leadingZero)
        }
        let change = changes.contains(code) ? units.change(in: cell.text) : nil
        switch change ?? source.reading {
        case .empty, .none:
            return reading(.blank, of: cell, code: code, printed: cell.text)
        case .number(let value, let unit):
            var reading = reading(.number, of: cell, code: code, printed: cell.text)
            reading.figure.value = value
            reading.figure.unit = unit ?? headingUnit
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
