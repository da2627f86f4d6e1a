public import ReportStandard

extension Form {
    /// A figure of the form with the labels it stands under.
    public struct Indicator: Hashable, Sendable {
        public var code: IndicatorCode
        public var table: String
        public var rowLabels: [String]
        public var columnLabels: [String]
        /// As ``rowLabels``; empty strings where the form has no English.
        public var englishRowLabels: [String]
        /// As ``columnLabels``; empty strings where the form has no English.
        public var englishColumnLabels: [String]
        public var unit: String?
        /// Belongs to a group printed as one row, instead of the group's own rows.
        public var isAlternative: Bool
    }

    /// Every figure of the form, in its order: the code book.
    public var indicators: [Indicator] {
        tables.flatMap { table in
            table.blocks.flatMap { block in
                let fields = block.fields
                return block.lines.flatMap { line in
                    fields.map { Indicator(table: table, line: line, field: $0) }
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
        let isUnlabelled = line.labels.isEmpty
        rowLabels = isUnlabelled ? Array(field.labels.dropLast()) : line.labels
        columnLabels = isUnlabelled ? Array(field.labels.suffix(1)) : field.labels
        englishRowLabels = isUnlabelled ? Array(field.englishLabels.dropLast()) : line.englishLabels
        englishColumnLabels = isUnlabelled ? Array(field.englishLabels.suffix(1)) : field.englishLabels
        unit = line.unit ?? field.unit
        isAlternative = line.isAlternative
    }
}

extension IndicatorCode {
    public init(table: FormTable, line: FormLine, field: FormField) {
        self.init(path: [table.id] + line.keys + field.keys)
    }
}
