internal import ReportForms
internal import ReportStandard

/// A statutory table as it is printed: rows of cells, with what they span.
struct TableLayout: Encodable, Sendable {
    var id: String
    var zh: String
    var en: String
    var blocks: [Block]

    struct Block: Encodable, Sendable {
        /// The headings, then the rows of figures.
        var rows: [[Cell]]
        var columns: Int
    }

    struct Cell: Encodable, Sendable {
        enum Kind: String, Encodable { case title, heading, label, figure }
        var kind: Kind
        var zh: String?
        var en: String?
        /// The figure's.
        var code: String?
        var rows = 1
        var columns = 1
    }

    /// - Parameter shown: the figures that the report has; a group that may be printed as one row is one only where it was.
    init(_ table: FormTable, shown: Set<IndicatorCode>) {
        (id, zh, en) = (table.id, table.label, table.labelEn ?? table.label)
        blocks = table.blocks.map { Block($0, of: table, shown: shown) }
    }
}

extension TableLayout.Block {
    init(_ block: FormBlock, of table: FormTable, shown: Set<IndicatorCode>) {
        let fields = block.fields
        let lines = block.lines.filter { line in
            !line.isAlternative
                || fields.contains { shown.contains(IndicatorCode(table: table, line: line, field: $0)) }
        }
        let labels = lines.map { Self.labels(of: $0, in: block) }
        let depth = labels.map(\.count).max() ?? 0
        columns = depth + fields.count
        rows = []
        if let title = block.title {
            rows.append([.init(kind: .title, zh: title, en: block.titleEn ?? title, columns: columns)])
        }
        rows += Self.headings(of: block, labelColumns: depth, fields: fields.count)
        for (index, line) in lines.enumerated() {
            let figures = fields.map { field in
                TableLayout.Cell(
                    kind: .figure, code: IndicatorCode(table: table, line: line, field: field).description)
            }
            rows.append(Self.labelCells(at: index, of: labels, depth: depth) + figures)
        }
    }

    private typealias Label = Wording

    /// The labels beside a row; the block's title stands above all of them.
    private static func labels(of line: FormLine, in block: FormBlock) -> [Wording] {
        let first = block.title == nil || block.rows.isEmpty ? 0 : 1
        return zip(line.labels, line.englishLabels.isEmpty ? line.labels : line.englishLabels).dropFirst(first).map {
            Wording(zh: $0, en: $1.isEmpty ? $0 : $1)
        }
    }

    /// The label cells that begin in a row: what rows have in common is one cell, and the last label reaches to the figures.
    private static func labelCells(at index: Int, of labels: [[Wording]], depth: Int) -> [TableLayout.Cell] {
        let own = labels[index]
        return own.indices.compactMap { level in
            let isLast = level == own.count - 1
            func isSame(_ other: [Wording]) -> Bool {
                !isLast && other.count > level + 1 && other[...level] == own[...level]
            }
            if index > 0, isSame(labels[index - 1]) { return nil }
            let span = isLast ? 1 : labels[index...].prefix(while: isSame).count
            return TableLayout.Cell(
                kind: .label, zh: own[level].zh, en: own[level].en, rows: max(1, span),
                columns: isLast ? depth - level : 1)
        }
    }

    private static func headings(of block: FormBlock, labelColumns: Int, fields: Int) -> [[TableLayout.Cell]] {
        let depth = block.columns.map(\.depth).max() ?? 0
        let above = block.heading == nil ? 0 : 1
        var rows = [[TableLayout.Cell]](repeating: [], count: depth + above)
        guard !rows.isEmpty else { return [] }
        if labelColumns > 0 {
            rows[0].append(
                .init(
                    kind: .heading, zh: block.corner ?? "", en: "", rows: depth + above, columns: labelColumns))
        }
        if let heading = block.heading {
            rows[0].append(.init(kind: .heading, zh: heading, en: heading, columns: fields))
        }
        func add(_ column: FormColumn, level: Int) {
            let inner = column.columns ?? []
            rows[above + level].append(
                .init(
                    kind: .heading, zh: column.label, en: column.labelEn ?? column.label,
                    rows: inner.isEmpty ? depth - level : 1, columns: column.width))
            for part in inner { add(part, level: level + 1) }
        }
        for column in block.columns { add(column, level: 0) }
        return rows
    }
}

extension FormColumn {
    fileprivate var depth: Int { 1 + ((columns ?? []).map(\.depth).max() ?? 0) }
    fileprivate var width: Int { columns.map { $0.reduce(0) { $0 + $1.width } } ?? 1 }
}

extension TableLayout {
    /// The tables of a report: each by the form that it follows.
    static func tables(of report: Report, forms: FormLibrary) -> [TableLayout] {
        let shown = Set(report.figures.map(\.code))
        let own = forms.forms.first { $0.form == report.form }
        let others = report.findings.filter { $0.kind == .formMixed }.compactMap { finding -> FormTable? in
            let form = forms.forms.first { $0.form == finding.details[.form] }
            return form?.tables.first { $0.id == finding.code }
        }
        let mixed = Dictionary(others.map { ($0.id, $0) }) { first, _ in first }
        let ids = (own?.tables ?? []).map(\.id)
        let tables = (own?.tables ?? []).map { mixed[$0.id] ?? $0 } + others.filter { !ids.contains($0.id) }
        return tables.map { TableLayout($0, shown: shown) }
    }
}
