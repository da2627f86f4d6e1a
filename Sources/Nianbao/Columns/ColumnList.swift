internal import ReportStandard

/// All columns as JSON, for programs that make tables of reports themselves.
package enum ColumnList {
    /// An object with the tables `documents`, `figures`, `checks` and `findings`, each an array of its columns in their order.
    package static var text: String {
        get throws {
            try JSONText.pretty([
                "documents": DocumentColumns.all.map(Entry.init), "figures": FigureColumns.all.map(Entry.init),
                "checks": CheckColumns.all.map(Entry.init), "findings": FindingColumns.all.map(Entry.init),
            ]) + "\n"
        }
    }

    private struct Entry: Encodable {
        var name: String
        var databaseName: String
        var type: String
        var title: [String: String]
        var meaning: String
        var values: [String]?
        var outputs: [String]
        /// Left out where the JSON of reports does not have it.
        var member: [String]?

        enum CodingKeys: String, CodingKey {
            case name, type, title, meaning, values, outputs, member
            case databaseName = "database_name"
        }

        init<Row>(_ column: Column<Row>) {
            name = column.name
            databaseName = column.databaseName
            type = column.type.rawValue
            title = ["zh": column.title.zh, "en": column.title.en]
            meaning = column.meaning
            values = column.values.isEmpty ? nil : column.values
            outputs = column.outputs.names
            member = column.member.isEmpty ? nil : column.member
        }
    }
}
