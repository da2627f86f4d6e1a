import Foundation
import TestSupport
import Testing

@Suite("nianbao convert, what it finds")
struct ConvertFindingsTests {
    private let files: TemporaryFolder

    /// An agency's reports on three years that do not join up, and another one on the second year.
    init() throws {
        files = try TemporaryFolder()
        try FileManager.default.createDirectory(at: files.url("in"), withIntermediateDirectories: true)
        let page = try Data(contentsOf: URL(filePath: Project.sample("bureau-2023-web-gbk.html")))
        // Digits and ASCII letters are one byte in GBK.
        let text = try #require(String(data: page, encoding: .isoLatin1))
        func write(_ name: String, year: Int, total: String = ">81<") throws {
            var changed = text.replacing("2024", with: "\(year + 1)").replacing("2023", with: "\(year)")
            changed = changed.replacing(">81<", with: total)
            try files.write("in/\(name).html", try #require(changed.data(using: .isoLatin1)))
        }
        try write("2023", year: 2023)
        try write("2025", year: 2025, total: ">82<")
        try write("2024", year: 2024)
        try write("2024-again", year: 2024, total: ">85<")
    }

    @Test("every output has the findings that check gives of all files, those across years among them")
    func acrossYears() async throws {
        let run = try await files.tool.run(
            "convert", "in", "-o", "all.csv", "-o", "all.ndjson", "-o", "all.sqlite", "-o", "all.xlsx", "-o", "json/",
            "--quiet")
        #expect(run.status == 0)
        // In the order of their paths.
        let paths = ["in/2023.html", "in/2024-again.html", "in/2024.html", "in/2025.html"]
        let csv = try await files.tool.run(["check", "--format", "csv"] + paths)
        let kinds = csv.text.split(separator: "\n").compactMap { $0.split(separator: ",").dropFirst(4).first }
        #expect(kinds.count { $0 == "years_disagree" } == 8)
        #expect(kinds.count { $0 == "reports_differ" } == 1)
        #expect(try files.text("all.findings.csv") == csv.text)
        let lines = try await files.tool.run(["check", "--format", "ndjson"] + paths)
        #expect(try files.text("all.findings.ndjson") == lines.text)
        #expect(try files.text("json/findings.ndjson") == lines.text)
        let script = """
            import csv, hashlib, json, sqlite3, openpyxl
            def number(text): return float(text) if text else None
            wanted = [(r['file'], r['kind'], r['severity'], r['message'], r['code'] or None, number(r['left']), number(r['right']),
                r['other_file'] or None) for r in csv.DictReader(open('all.findings.csv', encoding='utf-8'))]
            found = sqlite3.connect('all.sqlite').execute(
                'SELECT file, f.kind, severity, message_en, code, left_value, right_value, other_file FROM findings f '
                'JOIN documents d ON d.id = document_id ORDER BY document_id, number')
            assert list(found) == wanted, 'sqlite'
            rows = list(openpyxl.load_workbook('all.xlsx')['findings'].iter_rows(values_only=True))
            names = ['file', 'kind', 'severity', 'message_en', 'code', 'left', 'right', 'other_file']
            assert [tuple(row[rows[0].index(name)] for name in names) for row in rows[1:]] == wanted, 'xlsx'
            package = json.load(open('datapackage.json', encoding='utf-8'))
            assert [r['path'] for r in package['resources']] == ['all.csv', 'all.findings.csv'], 'resources'
            for resource in package['resources']:
                data = open(resource['path'], 'rb').read()
                assert resource['bytes'] == len(data) and resource['hash'] == 'sha256:' + hashlib.sha256(data).hexdigest(), 'hash'
                header = data.split(b'\\n')[0].decode().split(',')
                assert [f['name'] for f in resource['schema']['fields']] == header, 'fields'
            """
        let other = try await files.tool.shell("/usr/bin/python3 - <<'END'\n\(script)\nEND")
        #expect(other.status == 0, "\(other.error)")
    }

    @Test("a run that only adds a year compares it with what was read before")
    func addedYear() async throws {
        for name in ["2024.html", "2024-again.html", "2025.html"] {
            try FileManager.default.moveItem(at: files.url("in/\(name)"), to: files.url(name))
        }
        _ = try await files.tool.run("convert", "in", "-o", "all.ndjson", "--quiet")
        #expect(try files.text("all.findings.ndjson").isEmpty)
        try FileManager.default.moveItem(at: files.url("2024.html"), to: files.url("in/2024.html"))
        let run = try await files.tool.run("convert", "in", "-o", "all.ndjson")
        #expect(run.error.contains("read                        1\n"))
        let check = try await files.tool.run("check", "--format", "ndjson", "in/2023.html", "in/2024.html")
        #expect(try files.text("all.findings.ndjson") == check.text)
        #expect(check.text.contains("requests.carry.total"))
    }
}
