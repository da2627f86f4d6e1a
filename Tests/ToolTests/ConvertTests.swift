import Foundation
import TestSupport
import Testing

@Suite("nianbao convert")
struct ConvertTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    private func folder(_ name: String) throws {
        try FileManager.default.createDirectory(at: files.url(name), withIntermediateDirectories: true)
    }

    /// Good and bad files of every kind in `in/`.
    private func archive(good: Int) throws {
        try folder("in/deep")
        try files.copy(Project.sample("township-2020-reportlab.pdf"), as: "in/township.pdf")
        let seed = try String(contentsOfFile: Project.sample("dafeng-2024.md"), encoding: .utf8)
        for number in 0..<good { try files.write("in/deep/\(number).md", seed + "\n\n\(number)\n") }
        try files.write("in/empty.pdf", Data())
        try files.copy(Project.fixture("encrypted.pdf"), as: "in/encrypted.pdf")
        let pdf = try Data(contentsOf: files.url("in/township.pdf"))
        try files.write("in/truncated.pdf", pdf.prefix(2000))
        var generator = SeededGenerator(seed: 7)
        try files.write("in/random.pdf", Data((0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }))
        try files.write(
            "in/huge.pdf", Data(TestPDF(.init("0 0 m 1 1 l S", mediaBox: [0, 0, 1e7, 1e7])).bytes))
        try files.write("in/.hidden.md", seed)
        try files.write("in/image.gif", Data([1, 2, 3]))
    }

    private func bytes(_ names: [String]) throws -> [Data] { try names.map { try Data(contentsOf: files.url($0)) } }

    @Test("every output has the figures that extract gives")
    func outputs() async throws {
        try archive(good: 1)
        let run = try await files.tool.run(
            "convert", "in", "-o", "all.ndjson", "-o", "all.csv", "-o", "all.sqlite", "-o", "all.xlsx", "-o", "json/",
            "--quiet")
        #expect(run.status == 2)
        #expect(run.error.isEmpty)
        let good = ["in/deep/0.md", "in/huge.pdf", "in/township.pdf"]
        let csv = try await files.tool.run(["extract", "--quiet", "--format", "csv"] + good)
        #expect(try files.text("all.csv") == csv.text)
        let lines = try await files.tool.run(["extract", "--quiet", "--format", "ndjson"] + good)
        #expect(try files.text("all.ndjson") == lines.text)
        let json = try await files.tool.run("extract", "in/township.pdf")
        #expect(try files.text("json/township.pdf.json") == json.text)
        #expect(files.exists("json/deep/0.md.json"))
        #expect(!files.exists("json/empty.pdf.json"))
        #expect(try files.text("datapackage.json").contains("\"path\" : \"all.csv\""))
        let script = """
            import csv, sqlite3, openpyxl
            rows = [r for r in csv.DictReader(open('all.csv', encoding='utf-8')) if r['code']]
            wanted = {(r['file'], r['code']): float(r['value']) for r in rows if r['value']}
            db = sqlite3.connect('all.sqlite')
            found = {(f, c): float(v) for f, c, v in db.execute(
                'SELECT d.file, f.code, f.value FROM figures f JOIN documents d ON d.id = f.document_id WHERE f.value NOT NULL')}
            assert found == wanted, 'sqlite'
            views = [n for n, in db.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'form_%'")]
            wide = {}
            for view in views:
                rows = db.execute(f'SELECT * FROM "{view}"')
                names = [d[0] for d in rows.description]
                for row in rows:
                    for name, value in list(zip(names, row))[5:]:
                        if value is not None: wide[(row[1], name)] = float(value)
            assert wide == wanted, 'views'
            book = openpyxl.load_workbook('all.xlsx')
            cells = {}
            for sheet in book.worksheets[3:]:
                assert sheet.freeze_panes == 'A2'
                rows = sheet.iter_rows(values_only=True)
                names = next(rows)
                for row in rows:
                    for name, value in list(zip(names, row))[4:]:
                        if isinstance(value, (int, float)): cells[(row[0], name)] = float(value)
            assert cells == wanted, 'xlsx'
            print(sorted((f, o, c) for f, o, c in db.execute("SELECT file, outcome, failure FROM documents WHERE outcome <> 'read'")))
            """
        let other = try await files.tool.shell("/usr/bin/python3 - <<'END'\n\(script)\nEND")
        #expect(other.error.isEmpty)
        #expect(
            other.text == "[('in/.hidden.md', 'skipped', 'hidden'), ('in/empty.pdf', 'skipped', 'empty'), "
                + "('in/encrypted.pdf', 'failed', 'unreadable'), ('in/image.gif', 'skipped', 'unknown_kind'), "
                + "('in/random.pdf', 'failed', 'unreadable'), "
                + "('in/truncated.pdf', 'failed', 'unreadable')]\n")
    }

    @Test("the summary counts what the outputs hold")
    func summary() async throws {
        try archive(good: 2)
        #expect(try await files.tool.run("summary", "out.csv").status == 1)
        _ = try await files.tool.run("convert", "in", "-o", "out.csv", "--quiet")
        let run = try await files.tool.run("summary", "out.csv")
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[1] == ["2024", "2021", "2", "400", "100.0%", "12", "0", "0", "0", "84", "0", "0"])
        #expect(lines[2].prefix(4) == ["2020", "2019", "1", "198"])
        #expect(lines.contains(["failed", "(unreadable):", "3"]))
        #expect(run.text.contains("files: 10 (read 4, failed 3, duplicate 0, skipped 3)\n"))
        let json = try await files.tool.run("summary", "out.csv", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
        #expect((object?["groups"] as? [[String: Any]])?.compactMap { $0["documents"] as? Int } == [2, 1, 1])
    }

    @Test("files with one content are read once, and the other is noted")
    func duplicates() async throws {
        try folder("in")
        try files.copy(Project.sample("dafeng-2024.md"), as: "in/b.md")
        try files.copy(Project.sample("dafeng-2024.md"), as: "in/a.md")
        let run = try await files.tool.run("convert", "in", "-o", "out.ndjson", "-o", "out.sqlite")
        #expect(run.status == 0)
        #expect(run.error.contains("same content as another     1"))
        #expect(try files.text("out.ndjson").split(separator: "\n").count == 1)
        let noted = try await files.tool.shell(
            "sqlite3 out.sqlite \"SELECT file, duplicate_of FROM documents WHERE outcome = 'duplicate'\"")
        #expect(noted.text == "in/b.md|in/a.md\n")
        // The name is of this run, the reading of an earlier one.
        try FileManager.default.removeItem(at: files.url("in/a.md"))
        let again = try await files.tool.run("convert", "in", "-o", "out.ndjson", "-o", "out.sqlite")
        #expect(again.error.contains("read                        0\n"))
        let single = try await files.tool.run("extract", "--format", "ndjson", "in/b.md")
        #expect(try files.text("out.ndjson") == single.text)
    }

    @Test("only what has changed is read again; what failed when asked; what is gone goes from the folder")
    func changes() async throws {
        try archive(good: 2)
        let first = try await files.tool.run("convert", "in", "-o", "json/", "--log-format", "json")
        #expect(first.status == 2)
        try files.write("in/deep/0.md", try files.text("in/deep/0.md") + "changed\n")
        try FileManager.default.removeItem(at: files.url("in/deep/1.md"))
        let plan = try await files.tool.run("convert", "in", "-o", "json/", "--dry-run")
        #expect(
            plan.error == "nianbao: 9 files: 1 to read, 2 read before, 3 failed before, 0 with the content of another, "
                + "0 cannot be opened, 3 skipped\nnianbao: kinds: pdf 4, markdown 1, unknown 1\n"
                + "nianbao: skipped: empty 1, hidden 1, unknown_kind 1\n")
        #expect(files.exists("json/deep/1.md.json"))
        let second = try await files.tool.run("convert", "in", "-o", "json/", "--retry-failed")
        #expect(second.error.contains("read                        1\n"))
        #expect(second.error.contains("failed                      3\n"))
        #expect(!files.exists("json/deep/1.md.json"))
        #expect(files.exists("json/deep/0.md.json"))
    }

    @Test("names come from a list too, and folders are searched by globs")
    func lists() async throws {
        try archive(good: 2)
        let listed = try await files.tool.run(
            "convert", "--files-from", "-", "--null", "-o", "out.csv", "--dry-run",
            input: Data("in/deep/0.md\0in/nowhere.md\0".utf8))
        #expect(listed.error.hasPrefix("nianbao: 2 files: 1 to read"))
        #expect(listed.error.contains("1 cannot be opened, 0 skipped\n"))
        // A loop of links is walked once.
        try FileManager.default.createSymbolicLink(
            atPath: files.url("in/deep/loop").path, withDestinationPath: files.url("in").path)
        let some = try await files.tool.run(
            "convert", "in", "--include", "*.md", "--exclude", "deep/1.*", "-o", "out.csv", "--dry-run")
        #expect(some.error.hasPrefix("nianbao: 2 files: 1 to read"))
    }

    @Test("two runs on one output refuse each other; an output that cannot be written is said")
    func refusals() async throws {
        try archive(good: 1)
        let held = try await files.tool.shell(
            "flock -n out.csv.lock $NIANBAO convert in -o out.csv; echo $?")
        #expect(held.text == "1\n")
        #expect(held.error == "nianbao: out.csv: cannot be written: another run is writing it; wait for its end\n")
        let shared = try await files.tool.shell(
            "flock -n books.lock $NIANBAO convert in -o other.csv --ledger books; echo $?")
        #expect(shared.error == "nianbao: books: cannot be written: another run is writing it; wait for its end\n")
        let unwritable = try await files.tool.run("convert", "in", "-o", "/proc/nowhere/out.csv")
        #expect(unwritable.status == 1)
        #expect(unwritable.error == "nianbao: /proc/nowhere/out.csv: cannot be written: its folder cannot be made\n")
        for arguments in [["in"], ["in", "-o", "out.docx"], ["in", "-o", "a.csv", "-o", "a.csv"], ["-o", "a.csv"]] {
            #expect(try await files.tool.run(["convert"] + arguments).status == 64)
        }
    }
}
