import Foundation
import TestSupport
import Testing

@Suite("nianbao convert, of zip archives")
struct ConvertZipTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("dafeng-2024.md"), as: "report.md")
    }

    /// Runs a line of Python with `entry(name, cls)`, `md(n)` (a report of its own content), and `GBK`, names as Windows writes them.
    private func python(_ script: String) async throws {
        try files.write(
            "make.py",
            """
            import os, random, zipfile
            report = open('report.md', 'rb').read()
            def md(n): return report + b'\\n\\n%d\\n' % n
            class GBK(zipfile.ZipInfo):
                def _encodeFilenameFlags(self): return self.filename.encode('gbk'), self.flag_bits & ~0x800
            def entry(name, cls=zipfile.ZipInfo):
                info = cls(name); info.compress_type = zipfile.ZIP_DEFLATED; return info
            os.makedirs('in', exist_ok=True)
            \(script)
            """)
        let run = try await files.tool.shell("/usr/bin/python3 make.py")
        #expect(run.status == 0, "\(run.error)")
    }

    /// File, outcome, cause and the file it is a duplicate of.
    private func documents(_ database: String) async throws -> [String] {
        let run = try await files.tool.shell(
            "sqlite3 \(database) \"SELECT file, outcome, COALESCE(failure_detail, duplicate_of, '') FROM documents ORDER BY id\""
        )
        return run.text.split(separator: "\n").map(String.init)
    }

    @Test("an archive is a folder: names in UTF-8 and GBK, folders in it, nothing outside of it")
    func names() async throws {
        try await python(
            """
            with zipfile.ZipFile('in/win.zip', 'w') as z:
                z.writestr(entry('2023年/报告一.md', GBK), md(1))
                z.writestr(entry('2023年\\\\镇\\\\报告二.md', GBK), md(2))
                z.writestr(entry('说明.doc', GBK), b'\\x00\\x01x')
            with zipfile.ZipFile('in/utf8.zip', 'w') as z:
                for n, name in enumerate(['z/报告.md', '../../evil.md', '/abs/evil.md', 'a/last.md'], 3): z.writestr(entry(name), md(n))
                z.writestr(entry('.hidden/x.md'), md(9)); z.writestr(entry('__MACOSX/._x.md'), md(9))
                z.writestr(entry('again.md'), md(1)); z.writestr(entry('empty.pdf'), b''); z.writestr(entry('inner.zip'), b'PK')
            """)
        let run = try await files.tool.run("convert", "in", "-o", "json/", "-o", "out.sqlite", "--quiet")
        #expect(run.status == 2)
        let advice = "open it with the program it is for, and save it as PDF or DOCX"
        #expect(
            try await documents("out.sqlite") == [
                "in/utf8.zip/.hidden/x.md|skipped|in the hidden folder .hidden",
                "in/utf8.zip/__MACOSX/._x.md|skipped|its name begins with a dot",
                "in/utf8.zip/a/last.md|read|", "in/utf8.zip/abs/evil.md|read|", "in/utf8.zip/again.md|read|",
                "in/utf8.zip/empty.pdf|skipped|the file is empty", "in/utf8.zip/evil.md|read|",
                "in/utf8.zip/inner.zip|failed|an archive that cannot be opened: Unrecognized archive format",
                "in/utf8.zip/z/报告.md|read|", "in/win.zip/2023年/报告一.md|duplicate|in/utf8.zip/again.md",
                "in/win.zip/2023年/镇/报告二.md|read|",
                "in/win.zip/说明.doc|skipped|data of no kind that is known, which is not read: \(advice)",
            ])
        let found = try await files.tool.shell("cd json && find . -name '*.json' | LC_ALL=C sort")
        #expect(
            found.text == """
                ./utf8.zip/a/last.md.json
                ./utf8.zip/abs/evil.md.json
                ./utf8.zip/again.md.json
                ./utf8.zip/evil.md.json
                ./utf8.zip/z/报告.md.json
                ./win.zip/2023年/镇/报告二.md.json

                """)
        #expect(!files.exists("evil.md.json"))
        let again = try await files.tool.run("convert", "in", "-o", "json/", "--dry-run")
        #expect(again.error.hasPrefix("nianbao: 12 files: 0 to read, 6 read before"))
        let some = try await files.tool.run(
            "convert", "in", "-o", "other/", "--dry-run", "--include", "报告*", "--exclude", "镇")
        #expect(some.error.hasPrefix("nianbao: 3 files: 2 to read"))
    }

    @Test("what an archive holds is read as the same file outside of it is")
    func sameReading() async throws {
        try await python("with zipfile.ZipFile('in/a.zip', 'w') as z: z.writestr(entry('x/report.md'), report)")
        _ = try await files.tool.run("convert", "in/a.zip", "-o", "json/", "--quiet")
        let inside = try files.text("json/x/report.md.json").replacing("in/a.zip/x/report.md", with: "report.md")
        #expect(try await files.tool.run("extract", "--quiet", "report.md").text == inside)
    }

    @Test("a damaged, encrypted or bloated archive costs what is in it, with the cause")
    func bad() async throws {
        try await python(
            """
            with zipfile.ZipFile('in/good.zip', 'w') as z: z.writestr(entry('one.md'), md(1)); z.writestr(entry('two.md'), md(2))
            good = open('in/good.zip', 'rb').read()
            open('in/cut.zip', 'wb').write(good[:len(good) * 3 // 4])
            open('in/noise.zip', 'wb').write(random.Random(5).randbytes(3000))
            open('in/empty.zip', 'wb').close()
            with zipfile.ZipFile('in/bomb.zip', 'w') as z:
                with z.open(entry('a.md'), 'w') as f:
                    for _ in range(80): f.write(bytes(1 << 20))
                z.writestr(entry('b.md'), md(3))
            with zipfile.ZipFile('in/large.zip', 'w') as z:
                z.writestr('c.pdf', random.Random(6).randbytes(65 << 20)); z.writestr(entry('d.md'), md(4))
            """)
        _ = try await files.tool.shell(
            "/usr/bin/python3 - <<'END'\n\(Self.encrypted)\nEND")
        let run = try await files.tool.run("convert", "in", "-o", "out.sqlite", "--quiet", "--memory", "64")
        #expect(run.status == 2)
        let noise = "an archive that cannot be opened: Unrecognized archive format"
        let documents = try await documents("out.sqlite")
        #expect(
            documents.filter { !$0.hasPrefix("in/cut") } == [
                "in/bomb.zip/a.md|failed|in/bomb.zip: unpacks to more than 100 times its size; "
                    + "unpack it if it is what it seems",
                "in/bomb.zip/b.md|read|", "in/empty.zip|skipped|the file is empty",
                "in/good.zip/one.md|duplicate|in/cut.zip/one.md", "in/good.zip/two.md|read|",
                "in/large.zip/c.pdf|failed|larger than the 64 MiB of memory that reading it may take; see --memory",
                "in/large.zip/d.md|read|",
                "in/noise.zip|failed|\(noise)",
                "in/secret.zip/s.md|failed|in/secret.zip: encrypted; --password gives its password: "
                    + "Passphrase required for this entry",
            ])
        let cut = documents.filter { $0.hasPrefix("in/cut") }
        #expect(cut.count == 3)
        #expect(cut.contains("in/cut.zip/one.md|read|"))
        #expect(
            cut.contains { $0.hasPrefix("in/cut.zip|failed|a zip archive that can be read no further than 2 files: ") })
        #expect(cut.contains { $0.hasPrefix("in/cut.zip/two.md|failed|in/cut.zip: ") })
        let opened = try await files.tool.run(
            "convert", "in/secret.zip", "-o", "secret.ndjson", "--quiet", "--password", "geheim")
        #expect(opened.status == 0)
    }

    /// A stored entry in the encryption of the format's first days (APPNOTE.TXT, section 6.1).
    private static let encrypted = """
        import struct, zlib
        data, password = open('report.md', 'rb').read(), b'geheim'
        keys = [0x12345678, 0x23456789, 0x34567890]
        def crc(c, b): return zlib.crc32(bytes([b]), c ^ 0xffffffff) ^ 0xffffffff
        def update(b):
            keys[0] = crc(keys[0], b)
            keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xffffffff
            keys[2] = crc(keys[2], keys[1] >> 24)
        for b in password: update(b)
        sum = zlib.crc32(data)
        out = bytearray()
        for b in bytes(11) + bytes([sum >> 24]) + data:
            t = (keys[2] | 2) & 0xffff
            out.append(b ^ ((t * (t ^ 1)) >> 8) & 255)
            update(b)
        fields = (20, 1, 0, 0, 0x21, sum, len(out), len(data), 4, 0)
        local = b'PK\\x03\\x04' + struct.pack('<HHHHHIIIHH', *fields) + b's.md' + bytes(out)
        central = b'PK\\x01\\x02' + struct.pack('<HHHHHHIIIHHHHHII', 20, *fields, 0, 0, 0, 0, 0) + b's.md'
        end = b'PK\\x05\\x06' + struct.pack('<HHHHIIH', 0, 0, 1, 1, len(central), len(local), 0)
        open('in/secret.zip', 'wb').write(local + central + end)
        """
}
