internal import GRDB
internal import Nianbao

/// A table of a database, made of a list of columns.
struct DatabaseTable<Row>: Sendable {
    let name: String
    /// What names its rows, as SQL: a column that is in no list, before the others.
    let key: String
    let columns: [Nianbao.Column<Row>]
    private let values: [@Sendable (Row) -> FieldValue]
    /// The statement that adds a row, with places for the key and the columns.
    let insertion: String

    /// - Parameter columns: of which those of databases are taken.
    init(_ name: String, key: String, columns: [Nianbao.Column<Row>]) {
        self.name = name
        self.key = key
        self.columns = columns.columns(in: .database)
        values = self.columns.values()
        let names = [String(key.prefix { $0 != " " })] + self.columns.map { SQL.name($0.databaseName) }
        let places = [String](repeating: "?", count: names.count).joined(separator: ", ")
        insertion = "INSERT INTO \(name) (\(names.joined(separator: ", "))) VALUES (\(places))"
    }

    /// The statement that makes it. Comments in it say what the columns mean: the database keeps them.
    var creation: String {
        let lines = columns.enumerated().map { number, column in
            let end = number == columns.count - 1 ? "" : ","
            let presence = column.presence == .optional ? "" : " NOT NULL"
            let values = column.values.isEmpty ? "" : ": " + column.values.joined(separator: ", ")
            return
                "  \(SQL.name(column.databaseName)) \(column.type.sql)\(presence)\(end)  -- \(column.meaning)\(values)\n"
        }
        return "CREATE TABLE \(name) (\n  \(key),\n\(lines.joined()));\n"
    }

    func values(of row: Row) -> [FieldValue] { values.map { $0(row) } }

    /// Adds rows that belong to one key.
    func insert(_ rows: [[FieldValue]], key: Int64, into db: Database) throws {
        guard !rows.isEmpty else { return }
        let statement = try db.cachedStatement(sql: insertion)
        for row in rows {
            var arguments: [(any DatabaseValueConvertible)?] = [key]
            for value in row { arguments.append(value.argument) }
            try statement.execute(arguments: StatementArguments(arguments))
        }
    }
}

extension ColumnType {
    fileprivate var sql: String {
        switch self {
        case .text: "TEXT"
        case .integer, .boolean: "INTEGER"
        case .decimal: "NUMERIC"
        case .real: "REAL"
        }
    }
}

extension FieldValue {
    fileprivate var argument: (any DatabaseValueConvertible)? {
        switch self {
        case .none: nil
        case .text(let text): text
        case .integer(let number): number
        case .boolean(let value): value
        // As text, of which the database makes a number by the column's type.
        case .decimal: text
        case .real(let number): number
        }
    }
}

/// Words of SQL.
enum SQL {
    static func literal(_ text: String) -> String { quoted(text, "'") }
    static func name(_ text: String) -> String { quoted(text, "\"") }

    private static func quoted(_ text: String, _ mark: Character) -> String {
        let inner = text.map { $0 == mark ? "\(mark)\(mark)" : "\($0)" }.joined()
        return "\(mark)\(inner)\(mark)"
    }
}
