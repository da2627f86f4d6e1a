import Foundation
import TestSupport
import Testing

@Suite("Archives of every kind")
struct ArchivesTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    private func sample(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: Project.sample(name))))
    }

    /// A 7z archive with a rar archive with a report in it, another report, and what is none.
    private func write(_ name: String) throws {
        try MadeArchive.write("rar5", [(name: "镇.md", content: sample("dafeng-2024.md"))], to: files.url("inner").path)
        let inner = Array(try Data(contentsOf: files.url("inner")))
        try FileManager.default.removeItem(at: files.url("inner"))
        try MadeArchive.write(
            "7z",
            [
                (name: "下/inner.rar", content: inner), (name: "说明.txt", content: Array("各单位年度报告，请查收。".utf8)),
                (name: "town.txt", content: sample("town-2024-cells.txt")),
            ], to: files.url(name).path)
    }

    @Test("extract numbers the reports of an archive, and leaves out what is none")
    func extract() async throws {
        try write("a.7z")
        let run = try await files.tool.run("extract", "a.7z", "--format", "ndjson")
        #expect(run.status == 0)
        #expect(run.error.contains("a.7z/说明.txt: nothing of a report is in it\n"))
        let reports = try run.text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let sources = try reports.map { try #require($0["source"] as? [String: Any]) }
        #expect(sources.map { $0["file"] as? String } == ["a.7z/下/inner.rar/镇.md", "a.7z/town.txt"])
        #expect(sources.map { $0["document"] as? Int } == [1, 2])
        // Figures are those of the file by itself.
        let alone = try await files.tool.run("extract", Project.sample("town-2024-cells.txt"), "--format", "csv")
        let second = try await files.tool.run("extract", "a.7z", "--quiet", "--format", "csv")
        let figures = second.text.split(separator: "\r\n").filter { $0.hasPrefix("a.7z/town.txt,2,") }
        #expect(figures.count == alone.text.split(separator: "\r\n").count - 1)
        // From a pipe, too.
        let piped = try await files.tool.run(
            "extract", "-", "--quiet", "--format", "ndjson", input: Data(contentsOf: files.url("a.7z")))
        #expect(piped.text.replacing("\"-/", with: "\"a.7z/") == run.text)
    }

    @Test("check, tables, inspect and workers read what is in an archive")
    func others() async throws {
        try write("a.bin")
        let check = try await files.tool.run("check", "a.bin", "--format", "ndjson")
        #expect(check.error.contains("2 reports, 400 figures"))
        let tables = try await files.tool.run("tables", "a.bin")
        #expect(tables.text.contains("\"file\" : \"a.bin/下/inner.rar/镇.md\""))
        let inspect = try await files.tool.run("inspect", "a.bin")
        #expect(inspect.text.components(separatedBy: "\"sha256\"").count == 4)
        let worker = try await files.tool.run("worker", input: Data("{\"id\": 1, \"path\": \"a.bin\"}\n".utf8))
        #expect(worker.text.contains("\"reports\":2,") && worker.text.contains("\"file\":\"a.bin/town.txt\""))
    }

    @Test("what is lost in an archive is told, in the exit code too; one without a report is refused")
    func losses() async throws {
        try MadeArchive.write(
            "tar.gz",
            [
                (name: "a.pdf", content: Array("%PDF-1.4 nothing".utf8)),
                (name: "t.txt", content: sample("town-2024-cells.txt")),
            ],
            to: files.url("a.tgz").path)
        let some = try await files.tool.run("extract", "a.tgz", "--quiet", "--format", "csv")
        #expect(some.status == 2)
        #expect(some.error.hasPrefix("nianbao: a.tgz/a.pdf: the PDF is damaged beyond repair"))
        try MadeArchive.write("cab", [(name: "a.mp3", content: Array("ID3\u{3}".utf8))], to: files.url("b.cab").path)
        let none = try await files.tool.run("extract", "b.cab")
        #expect(none.status == 1)
        #expect(none.error.hasSuffix("nianbao: b.cab: an archive without a report\n"))
    }

    @Test("a folder with a file of every kind has a row for each, and the counts add up")
    func rows() async throws {
        try FileManager.default.createDirectory(at: files.url("in/.git"), withIntermediateDirectories: true)
        try write("in/a.7z")
        try files.copy(Project.sample("dafeng-2024.md"), as: "in/copy.md")
        for (name, content) in [
            ("~$report.docx", "lock"), ("setup.exe", "MZ\0"), ("empty.pdf", ""), (".keep", ""), ("style.css", "a { }"),
            ("slides.ceb", "\0\u{1}"),
        ] { try files.write("in/" + name, content) }
        try FileManager.default.createSymbolicLink(
            atPath: files.url("in/loop").path, withDestinationPath: files.url("in").path)
        let run = try await files.tool.run("convert", "in", "-o", "out.sqlite", "--quiet")
        #expect(run.status == 2)
        let rows = try await files.tool.shell(
            "sqlite3 out.sqlite \"SELECT file, outcome, COALESCE(failure, '') FROM documents ORDER BY id\"")
        #expect(
            rows.text == """
                in/.git|skipped|hidden
                in/.keep|skipped|hidden
                in/a.7z/town.txt|read|
                in/a.7z/下/inner.rar/镇.md|read|
                in/a.7z/说明.txt|read|
                in/copy.md|duplicate|
                in/empty.pdf|skipped|empty
                in/loop|skipped|directory_link
                in/setup.exe|skipped|unknown_kind
                in/slides.ceb|skipped|unknown_kind
                in/style.css|skipped|unknown_kind
                in/~$report.docx|skipped|lock_file

                """)
        let ledger = try await files.tool.shell(
            "sqlite3 out.sqlite.ledger 'SELECT outcome, COUNT(*) FROM file GROUP BY outcome'")
        #expect(ledger.text == "duplicate|1\nread|3\nskipped|8\n")
        let summary = try await files.tool.run("summary", "out.sqlite", "--language", "en")
        #expect(summary.text.contains("files: 12 (read 3, failed 0, duplicate 1, skipped 8)\n"))
        #expect(summary.text.contains("skipped (unknown_kind): 3\n"))
        let plan = try await files.tool.run("convert", "in", "-o", "other.ndjson", "--dry-run")
        #expect(plan.error.contains("nianbao: kinds: markdown 2, text 2\n"))
        #expect(
            plan.error.contains("nianbao: skipped: unknown_kind 3, hidden 2, directory_link 1, empty 1, lock_file 1\n"))
        // What may be no report takes nothing from the exit code.
        for name in ["in/empty.pdf", "in/slides.ceb", "in/a.7z"] {
            try FileManager.default.removeItem(at: files.url(name))
        }
        #expect(try await files.tool.run("convert", "in", "-o", "out.sqlite", "--quiet").status == 0)
    }
}
