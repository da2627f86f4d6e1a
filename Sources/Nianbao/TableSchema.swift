internal import ReportStandard

/// What the columns of a CSV hold, by the Table Schema standard, version 2.0 (datapackage.org).
enum TableSchema {
    /// - Parameter columns: of which those of CSV are described, in their order.
    static func of<Row>(_ columns: [Column<Row>]) -> JSONValue {
        let columns = columns.columns(in: .csv)
        var schema: JSONValue = [
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": .array(columns.map(field)),
            "missingValues": [""],
        ]
        let key = columns.filter(\.isKey).map { JSONValue.string($0.name) }
        if !key.isEmpty { schema["primaryKey"] = .array(key) }
        return schema
    }

    private static func field<Row>(_ column: Column<Row>) -> JSONValue {
        var field: JSONValue = [
            "name": .string(column.name), "type": .string(typeName(column.type)), "title": .string(column.title.zh),
            "description": .string(column.meaning),
        ]
        var constraints: [String: JSONValue] = [:]
        if column.presence == .everyRow { constraints["required"] = true }
        constraints["minimum"] = column.minimum.map { .number(.init($0)) }
        if !column.values.isEmpty { constraints["enum"] = .array(column.values.map { .string($0) }) }
        if !constraints.isEmpty { field["constraints"] = .object(constraints) }
        // Empty in the one row of a report without figures, and a part of the key all the same.
        if column.isKey, column.presence != .everyRow { field["missingValues"] = [] }
        return field
    }

    private static func typeName(_ type: ColumnType) -> String {
        switch type {
        case .text: "string"
        case .integer, .boolean: type.rawValue
        case .decimal, .real: "number"
        }
    }
}
