package import ReportStandard

/// A column of the tables that outputs hold, described once: its names, what stands in it, and how a row gives it.
///
/// The header and the rows of CSV, the data package, the tables of a database, the sheets of a spreadsheet and what
/// `nianbao schema --columns` prints are all made from lists of these: a new column is one entry of its list.
package struct Column<Row>: Sendable {
    /// As CSV and spreadsheets call it.
    package let name: String
    /// As databases call it, where ``name`` is a word of SQL.
    package let databaseName: String
    package let type: ColumnType
    package let title: Wording
    /// What stands in it, in a phrase.
    package let meaning: String
    package let presence: ColumnPresence
    /// One of those that together name a row.
    package let isKey: Bool
    /// The only values that it has, where there are few.
    package let values: [String]
    /// The least value that it has.
    package let minimum: Int?
    package let outputs: ColumnOutputs
    /// Where the JSON of the thing that a row is made of has the same: names of members, and numbers of elements, from the outermost
    /// to its own. Empty where it has not.
    package let member: [String]
    package let value: @Sendable (Row) -> FieldValue

    package init(
        _ name: String, _ type: ColumnType, zh: String, en: String, _ meaning: String, database: String? = nil,
        presence: ColumnPresence = .optional, isKey: Bool = false, values: [String] = [], minimum: Int? = nil,
        in outputs: ColumnOutputs = .all, member: [String] = [], value: @escaping @Sendable (Row) -> FieldValue
    ) {
        self.name = name
        databaseName = database ?? name
        self.type = type
        title = Wording(zh: zh, en: en)
        self.meaning = meaning
        self.presence = presence
        self.isKey = isKey
        self.values = values
        self.minimum = minimum
        self.outputs = outputs
        self.member = member
        self.value = value
    }
}

extension Sequence {
    /// The columns that an output has, in their order.
    package func columns<Row>(in output: ColumnOutputs) -> [Column<Row>] where Element == Column<Row> {
        filter { $0.outputs.contains(output) }
    }

    /// What gives their values, without the rest: where there are very many rows, to copy all of a column for each takes time.
    package func values<Row>() -> [@Sendable (Row) -> FieldValue] where Element == Column<Row> { map { $0.value } }
}

/// What the values of a column are.
package enum ColumnType: String, Hashable, Sendable, CaseIterable {
    case text, integer, boolean
    /// An exact decimal.
    case decimal
    /// A length, in binary floating point.
    case real
}

/// Which rows of a table have a value in a column.
package enum ColumnPresence: Hashable, Sendable {
    case everyRow
    /// Every row but those that say only that there is a report.
    case everyEntry
    case optional
}

/// The outputs that have a column.
package struct ColumnOutputs: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let csv = ColumnOutputs(rawValue: 1)
    /// Tables whose rows refer to one of documents, so that they do not say of which report they are.
    package static let database = ColumnOutputs(rawValue: 2)
    package static let sheet = ColumnOutputs(rawValue: 4)
    package static let all: ColumnOutputs = [.csv, .database, .sheet]

    /// As ``ColumnList`` writes them.
    var names: [String] {
        [(Self.csv, "csv"), (.database, "database"), (.sheet, "sheet")].filter { contains($0.0) }.map(\.1)
    }
}
