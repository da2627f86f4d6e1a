import Foundation
import Testing

@testable import ArchiveConversion

@Suite("The article on converting an archive")
struct ArticleTests {
    @Test("it names the columns of the database, in their order")
    func columns() throws {
        let article = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Sources/ArchiveConversion/ArchiveConversion.docc/ConvertingAnArchive.md"),
            encoding: .utf8)
        let tables = [
            ("documents", ["id"] + DatabaseSchema.documents.columns.map(\.databaseName)),
            ("figures", ["document_id"] + DatabaseSchema.figures.columns.map(\.databaseName)),
            ("checks", ["document_id"] + DatabaseSchema.checks.columns.map(\.databaseName)),
            ("findings", ["document_id"] + DatabaseSchema.findings.columns.map(\.databaseName)),
        ]
        for (name, columns) in tables {
            let row = try #require(article.split(separator: "\n").first { $0.hasPrefix("| `\(name)` |") })
            let named = row.split(separator: "|").last?.matches(of: /`([a-z0-9_]+)`/).map { String($0.output.1) }
            #expect(named == columns, "\(name)")
        }
    }
}
