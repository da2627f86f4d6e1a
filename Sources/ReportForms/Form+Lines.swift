public import ReportStandard

/// A row of figures of a form.
public struct FormLine: Hashable, Sendable {
    /// Its part of the codes; empty for the single row of a block without labels.
    public var keys: [String]
    /// Labels from the outermost heading to the row's own.
    public var labels: [String]
    /// The wordings of the row's own label.
    public var wordings: [String]
    /// A group printed as one row, which may stand in for the rows of the group.
    public var isAlternative: Bool
}

/// A column of figures of a form.
public struct FormField: Hashable, Sendable {
    public var keys: [String]
    /// Labels from the outermost heading to the column's own.
    public var labels: [String]
    public var wordings: [String]
    public var unit: String?
}

extension FormBlock {
    /// The rows that hold figures, from top to bottom.
    public var lines: [FormLine] {
        rows.isEmpty
            ? [FormLine(keys: [], labels: [], wordings: [], isAlternative: false)]
            : rows.flatMap { lines(of: $0, keys: [], labels: title.map { [$0] } ?? []) }
    }

    private func lines(of row: FormRow, keys: [String], labels: [String]) -> [FormLine] {
        let keys = keys + (row.key.map { [$0] } ?? [])
        let labels = labels + [row.label]
        let own = FormLine(
            keys: keys, labels: labels, wordings: [row.label] + (row.also ?? []), isAlternative: row.rows != nil)
        guard let inner = row.rows else { return [own] }
        return (row.mayStandAlone == true ? [own] : []) + inner.flatMap { lines(of: $0, keys: keys, labels: labels) }
    }

    /// The columns that hold figures, from left to right.
    public var fields: [FormField] { columns.flatMap { fields(of: $0, keys: [], labels: []) } }

    private func fields(of column: FormColumn, keys: [String], labels: [String]) -> [FormField] {
        let keys = keys + (column.key.map { [$0] } ?? [])
        let labels = labels + [column.label]
        if let inner = column.columns {
            return inner.flatMap { fields(of: $0, keys: keys, labels: labels) }
        }
        return [
            FormField(
                keys: keys, labels: labels, wordings: [column.label] + (column.also ?? []), unit: column.unit ?? unit)
        ]
    }
}

extension Form {
    /// A figure of the form with the labels it stands under.
    public struct Indicator: Hashable, Sendable {
        public var code: IndicatorCode
        public var table: String
        public var rowLabels: [String]
        public var columnLabels: [String]
        public var unit: String?
        /// Belongs to a group printed as one row, instead of the group's own rows.
        public var isAlternative: Bool
    }

    /// Every figure of the form, in its order: the code book.
    public var indicators: [Indicator] {
        tables.flatMap { table in
            table.blocks.flatMap { block in
                block.lines.flatMap { line in
                    block.fields.map { Indicator(table: table, line: line, field: $0) }
                }
            }
        }
    }
}

extension Form.Indicator {
    init(table: FormTable, line: FormLine, field: FormField) {
        code = IndicatorCode(table: table, line: line, field: field)
        self.table = table.id
        // A single row without a label: the columns' groups take the place of row labels.
        rowLabels = line.labels.isEmpty ? Array(field.labels.dropLast()) : line.labels
        columnLabels = line.labels.isEmpty ? Array(field.labels.suffix(1)) : field.labels
        unit = field.unit
        isAlternative = line.isAlternative
    }
}

extension IndicatorCode {
    public init(table: FormTable, line: FormLine, field: FormField) {
        self.init(path: [table.id] + line.keys + field.keys)
    }
}
