import Foundation
import GRDB
import ReportStandard
import Testing

@testable import ArchiveConversion
@testable import Nianbao

@Suite("A table of a database, made of columns")
struct DatabaseTableTests {
    private struct Thing {
        var name: String
        var count: Int?
    }

    private let table = DatabaseTable<Thing>(
        "things", key: "id INTEGER PRIMARY KEY",
        columns: [
            Column("group", .text, zh: "名", en: "Name", "What it is called", presence: .everyRow, values: ["a", "b"]) {
                FieldValue($0.name)
            },
            Column("unseen", .text, zh: "", en: "", "", in: .csv) { FieldValue($0.name) },
            Column("count", .integer, zh: "数", en: "Count", "How many", database: "number") { FieldValue($0.count) },
        ])

    @Test("its statements name the key and the columns that databases have, and keep what they mean")
    func statements() {
        #expect(
            table.creation == """
                CREATE TABLE things (
                  id INTEGER PRIMARY KEY,
                  "group" TEXT NOT NULL,  -- What it is called: a, b
                  "number" INTEGER  -- How many
                );

                """)
        #expect(table.insertion == #"INSERT INTO things (id, "group", "number") VALUES (?, ?, ?)"#)
    }

    @Test("rows stand under the names of their columns, and nothing is NULL")
    func rows() throws {
        let database = try DatabaseQueue()
        try database.write { db in
            try db.execute(sql: table.creation)
            try table.insert([table.values(of: Thing(name: "a'b", count: nil))], key: 7, into: db)
            try table.insert([table.values(of: Thing(name: "", count: 3))], key: 8, into: db)
            try table.insert([], key: 9, into: db)
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM things ORDER BY id")
            #expect(rows == [["id": 7, "group": "a'b", "number": nil], ["id": 8, "group": "", "number": 3]])
        }
    }

    @Test("a decimal keeps its digits as far as the database has numbers, and truth is 1")
    func values() throws {
        let database = try DatabaseQueue()
        try database.write { db in
            try db.execute(sql: DatabaseSchema.tables)
            try db.execute(sql: #"INSERT INTO documents (id, file, outcome) VALUES (1, 'a', 'read')"#)
            for (left, right) in [("149.673874", "8"), ("-3", "0.1")] {
                let check = Check(id: "c", left: Decimal(string: left) ?? 0, right: Decimal(string: right) ?? 0)
                try DatabaseSchema.checks.insert([DatabaseSchema.checks.values(of: check)], key: 1, into: db)
            }
            let rows = try Row.fetchAll(db, sql: #"SELECT "check", holds, left_value, right_value FROM checks"#)
            #expect(
                rows == [
                    ["check": "c", "holds": 0, "left_value": 149.673874, "right_value": 8],
                    ["check": "c", "holds": 0, "left_value": -3, "right_value": 0.1],
                ])
        }
    }
}
