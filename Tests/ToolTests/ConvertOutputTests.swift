import Foundation
import TestSupport
import Testing

@Suite("nianbao convert, what it writes to")
struct ConvertOutputTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try FileManager.default.createDirectory(at: files.url("in"), withIntermediateDirectories: true)
        try files.copy(Project.sample("dafeng-2024.md"), as: "in/a.md")
    }

    @Test(
        "an output that cannot be written to its end stops the run with the cause, and the earlier one stays",
        arguments: ["csv", "ndjson", "sqlite"])
    func full(kind: String) async throws {
        let first = try await files.tool.run("convert", "in", "-o", "out.\(kind)", "--ledger", "l", "--quiet")
        #expect(first.status == 0)
        let before = try Data(contentsOf: files.url("out.\(kind)"))
        for number in 0..<8 {
            try files.write("in/\(number).md", try files.text("in/a.md") + "\n\n\(number)\n")
        }
        // All are read, so that only the output is written.
        _ = try await files.tool.run("convert", "in", "-o", "other.csv", "--ledger", "l", "--quiet")
        let limited = try await files.tool.shell(
            "trap '' XFSZ; ulimit -f 100; $NIANBAO convert in -o out.\(kind) --ledger l --quiet; echo $?; ls -A | grep -e part -e lock"
        )
        #expect(limited.text == "1\n")
        #expect(limited.error.hasPrefix("nianbao: out.\(kind): cannot be written: "))
        #expect(try Data(contentsOf: files.url("out.\(kind)")) == before)
        let last = try await files.tool.run("convert", "in", "-o", "out.\(kind)", "--ledger", "l", "--quiet")
        #expect(last.status == 0)
        #expect(try Data(contentsOf: files.url("out.\(kind)")).count > before.count)
    }

    @Test("a ledger that cannot be written stops the run, and the next one goes on")
    func fullLedger() async throws {
        for number in 0..<8 {
            try files.write("in/\(number).md", try files.text("in/a.md") + "\n\n\(number)\n")
        }
        let limited = try await files.tool.shell(
            "trap '' XFSZ; ulimit -f 100; $NIANBAO convert in -o out.ndjson --quiet; echo $?")
        #expect(limited.text == "1\n")
        #expect(limited.error.hasPrefix("nianbao: out.ndjson.ledger: cannot be written: "))
        #expect(!files.exists("out.ndjson"))
        let last = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--quiet")
        #expect(last.status == 0)
        #expect(try files.text("out.ndjson").split(separator: "\n").count == 9)
    }

    @Test("what is no plain file is not replaced; a link stays one")
    func special() async throws {
        #expect(mkfifo(files.url("pipe.csv").path, 0o600) == 0)
        let piped = try await files.tool.run("convert", "in", "-o", "pipe.csv", "--quiet")
        #expect(piped.status == 1)
        #expect(piped.error == "nianbao: pipe.csv: cannot be written: it is no plain file\n")
        try FileManager.default.createDirectory(at: files.url("out.sqlite"), withIntermediateDirectories: true)
        #expect(try await files.tool.run("convert", "in", "-o", "out.sqlite", "--quiet").status == 0)
        #expect(files.exists("out.sqlite/a.md.json"))
        try files.write("real.ndjson", "")
        try FileManager.default.createSymbolicLink(
            atPath: files.url("link.ndjson").path, withDestinationPath: "real.ndjson")
        #expect(try await files.tool.run("convert", "in", "-o", "link.ndjson", "--quiet").status == 0)
        let single = try await files.tool.run("extract", "--quiet", "--format", "ndjson", "in/a.md")
        #expect(try files.text("real.ndjson") == single.text)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: files.url("link.ndjson").path) == "real.ndjson")
    }

    @Test("another program reads every file again, the same one none")
    func program() async throws {
        _ = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--quiet")
        let same = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--dry-run")
        #expect(same.error.contains("0 to read, 1 read before"))
        // Bytes behind the end of a program do nothing, but make it another one.
        let other = try await files.tool.shell(
            "cp $NIANBAO other && echo >> other && ./other convert in -o out.ndjson --dry-run")
        #expect(other.error.contains("1 to read, 0 read before"), "\(other.error)")
    }

    @Test("a log for programs is an object a line, down to the end of the run")
    func log() async throws {
        try files.write("in/empty.pdf", "")
        let run = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--log-format", "json")
        let events = try run.errorLines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(Set(events.compactMap { $0["event"] as? String }) == ["reading", "writing", "skipped", "done"])
        let skipped = events.first { $0["event"] as? String == "skipped" }
        #expect(skipped?["file"] as? String == "in/empty.pdf")
        #expect(skipped?["cause"] as? String == "the file is empty")
        let done = try #require(events.last)
        #expect(done["event"] as? String == "done")
        #expect(["files", "read", "failed", "skipped"].map { done[$0] as? Int } == [2, 1, 0, 1])
    }

    @Test("the samples have the same figures in every output, read back with other tools")
    func samples() async throws {
        let run = try await files.tool.run(
            [
                "convert", Project.folder.appending(path: "samples").path, "--exclude", "forms", "--exclude", "spark",
                "--exclude", "make", "--exclude", "package", "--exclude", "python",
                "--quiet",
            ] + ["o.ndjson", "o.csv", "o.sqlite", "o.xlsx", "o/"].flatMap { ["-o", $0] })
        #expect(run.status == 0, "\(run.error)")
        let script = """
            import csv, json, os, sqlite3, openpyxl
            def figures(node, path=()):
                if 'status' in node:
                    yield '.'.join(path), node.get('value')
                else:
                    for key, value in node.items():
                        if isinstance(value, dict): yield from figures(value, path + (key,))
            tables = ['proactive', 'requests', 'proceedings', 'statistics']
            def of(report):
                for table in tables:
                    for code, value in figures(report.get(table) or {}, (table,)):
                        if value is not None: yield (report['source']['file'], code), float(value)
            found = {}
            found['csv'] = {(r['file'], r['code']): float(r['value']) for r in csv.DictReader(open('o.csv', encoding='utf-8')) if r['value']}
            found['ndjson'] = dict(pair for line in open('o.ndjson', encoding='utf-8') for pair in of(json.loads(line)))
            found['folder'] = {}
            for folder, _, names in os.walk('o'):
                for name in names:
                    if name.endswith('.json'):
                        content = json.load(open(os.path.join(folder, name), encoding='utf-8'))
                        for report in content if isinstance(content, list) else [content]: found['folder'].update(of(report))
            db = sqlite3.connect('o.sqlite')
            found['sqlite'] = {(f, c): float(v) for f, c, v in db.execute(
                'SELECT d.file, f.code, f.value FROM figures f JOIN documents d ON d.id = f.document_id WHERE f.value NOT NULL')}
            found['views'] = {}
            for view, in db.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'form_%'").fetchall():
                rows = db.execute(f'SELECT * FROM "{view}"')
                names = [d[0] for d in rows.description]
                for row in rows:
                    found['views'].update({(row[1], n): float(v) for n, v in list(zip(names, row))[5:] if v is not None})
            found['xlsx'] = {}
            for sheet in openpyxl.load_workbook('o.xlsx').worksheets[3:]:
                rows = sheet.iter_rows(values_only=True)
                names = next(rows)
                for row in rows:
                    found['xlsx'].update({(row[0], n): float(v) for n, v in list(zip(names, row))[4:] if isinstance(v, (int, float))})
            assert len(found['csv']) > 1500
            for name, values in found.items():
                assert values == found['csv'], (name, len(values), len(found['csv']))
            """
        let other = try await files.tool.shell("/usr/bin/python3 - <<'END'\n\(script)\nEND")
        #expect(other.status == 0, "\(other.error)")
    }
}
