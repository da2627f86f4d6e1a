import Testing

@testable import ArchiveConversion

@Suite("What an output's path says")
struct OutputTargetTests {
    @Test(
        "its ending says what it is, and where its findings and its ledger are",
        arguments: [
            ("a/b.ndjson", ["a/b.ndjson", "a/b.findings.ndjson"], "a/b.ndjson.ledger"),
            ("a.b/c.JSONL", ["a.b/c.JSONL", "a.b/c.findings.ndjson"], "a.b/c.JSONL.ledger"),
            ("b.csv", ["b.csv", "b.findings.csv"], "b.csv.ledger"), ("b.sqlite", ["b.sqlite"], "b.sqlite.ledger"),
            ("b.db", ["b.db"], "b.db.ledger"), ("b.xlsx", ["b.xlsx"], "b.xlsx.ledger"),
            ("b", ["b", "b/findings.ndjson"], "b/.nianbao.ledger"),
            ("b.csv//", ["b.csv", "b.csv/findings.ndjson"], "b.csv/.nianbao.ledger"),
        ])
    func kinds(path: String, files: [String], ledger: String) throws {
        let target = try #require(OutputTarget(path: path, isFolder: false))
        #expect(target.files == files)
        #expect(target.ledgerPath == ledger)
    }

    @Test("a folder that is there is one, whatever its name")
    func folder() throws {
        let target = try #require(OutputTarget(path: "b.sqlite", isFolder: true))
        #expect(target.isFolder && target.files == ["b.sqlite", "b.sqlite/findings.ndjson"])
    }

    @Test("an ending that means nothing is no output", arguments: ["a.docx", "a.json", "a."])
    func unknown(path: String) { #expect(OutputTarget(path: path, isFolder: false) == nil) }

    @Test("help has a line for each kind, and a message names their endings")
    func help() {
        let lines = OutputTarget.help.split(separator: "\n")
        #expect(lines.map { $0.split(separator: " ").first } == ["folder", ".ndjson", ".csv", ".sqlite", ".xlsx"])
        #expect(OutputTarget.expectation == "a folder, or ends in .ndjson, .csv, .sqlite or .xlsx")
    }
}
