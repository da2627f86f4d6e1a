import Foundation
import TestSupport
import Testing

@testable import ArchiveConversion

@Suite("Which files there are")
struct InputScanTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Paths below the folder of the test.
    private func paths(_ scan: InputScan = InputScan(), _ inputs: [String] = ["in"]) throws -> [String] {
        try scan.files(inputs.map(folder.path)).map { String($0.path.dropFirst(folder.path.count + 1)) }
    }

    private func places(_ inputs: [String]) throws -> [String] {
        try InputScan().files(inputs.map(folder.path)).map(\.place)
    }

    /// Of files that are not to be read their paths and the reasons.
    private func skipped(_ scan: InputScan = InputScan(), _ inputs: [String] = ["in"]) throws -> [String] {
        try scan.files(inputs.map(folder.path)).compactMap { file in
            guard case .skipped(let reason) = file.origin else { return nil }
            return "\(file.path.dropFirst(folder.path.count + 1)) \(reason.name.rawValue) \(reason.mayBeReport)"
        }
    }

    @Test("a folder is searched to its depth, and every file in it is told, whatever it is called")
    func all() throws {
        for name in ["b.pdf", "a/c.HTML", "a/b/d.md", "e.doc", "f", "h.ndjson"] { try folder.write("in/" + name) }
        #expect(try paths() == ["in/a/b/d.md", "in/a/c.HTML", "in/b.pdf", "in/e.doc", "in/f", "in/h.ndjson"])
        #expect(try skipped() == [])
    }

    @Test("what is hidden, and what office programs keep beside a document, is told and not read")
    func hidden() throws {
        for name in [".a.pdf", ".git/b.pdf", "c.pdf", "~$c.docx", ".~lock.c.odt#"] { try folder.write("in/" + name) }
        #expect(
            try skipped() == [
                "in/.a.pdf hidden false", "in/.git hidden false", "in/.~lock.c.odt# lock_file false",
                "in/~$c.docx lock_file false",
            ])
        #expect(try paths() == ["in/.a.pdf", "in/.git", "in/.~lock.c.odt#", "in/c.pdf", "in/~$c.docx"])
        // Named, it is looked at.
        #expect(try skipped(InputScan(), ["in/~$c.docx"]) == [])
    }

    @Test("what has no end is told and not read")
    func special() throws {
        try folder.write("in/a.pdf")
        #expect(mkfifo(folder.path("in/pipe.pdf"), 0o600) == 0)
        #expect(try skipped() == ["in/pipe.pdf special false"])
    }

    @Test("what the run writes itself is no input of it")
    func own() throws {
        for name in ["a.pdf", "out.sqlite", "out.sqlite.ledger", "out.sqlite.lock", "json/a.pdf.json"] {
            try folder.write("in/" + name)
        }
        let own = ["in/out.sqlite", "in/out.sqlite.ledger", "in/json"].map(folder.path)
        #expect(try paths(InputScan(ownFiles: Set(own))) == ["in/a.pdf"])
    }

    @Test(
        "globs are for the name, or with a slash for the path below the folder",
        arguments: [
            (["*.pdf"], [], ["in/2023/a.pdf", "in/drafts/a.pdf"]),
            (["2023/*"], [], ["in/2023/a.doc", "in/2023/a.pdf"]),
            ([], ["drafts"], ["in/2023/a.doc", "in/2023/a.pdf", "in/b.md"]),
            (["*.pdf", "b.*"], ["2023/a.*"], ["in/b.md", "in/drafts/a.pdf"]),
            ([], ["*"], []),
        ] as [([String], [String], [String])])
    func globs(include: [String], exclude: [String], expected: [String]) throws {
        for name in ["2023/a.pdf", "2023/a.doc", "drafts/a.pdf", "b.md"] { try folder.write("in/" + name) }
        #expect(try paths(InputScan(include: include, exclude: exclude)) == expected)
    }

    @Test("a file that is named is taken whatever it is called, and if it is not there")
    func named() throws {
        try folder.write("a.doc")
        #expect(try paths(InputScan(), ["a.doc", "nowhere.pdf"]) == ["a.doc", "nowhere.pdf"])
    }

    @Test("a path is taken once, in the order of bytes")
    func once() throws {
        for name in ["in/b.pdf", "in/B.pdf", "in/é.pdf"] { try folder.write(name) }
        #expect(try paths(InputScan(), ["in/b.pdf", "in", "in/b.pdf"]) == ["in/B.pdf", "in/b.pdf", "in/é.pdf"])
    }

    @Test("a link is followed, but not in a circle")
    func links() throws {
        try folder.write("in/a/b.pdf")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/a/up"), withDestinationPath: folder.path("in"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/other"), withDestinationPath: folder.path("in/a"))
        #expect(try paths() == ["in/a/b.pdf", "in/a/up", "in/other/b.pdf", "in/other/up"])
        #expect(try skipped() == ["in/a/up directory_link false", "in/other/up directory_link false"])
    }

    @Test("of one folder places are below it, of several inputs below the last part of each")
    func prefixes() throws {
        for name in ["2022/in/a.pdf", "2023/in/a.pdf", "b.pdf"] { try folder.write(name) }
        #expect(try places(["2022/in"]) == ["a.pdf"])
        #expect(try places(["b.pdf"]) == ["b.pdf"])
        #expect(try places(["2022/in", "2023/in", "b.pdf"]) == ["in/a.pdf", "in-2/a.pdf", "b.pdf"])
    }

    @Test("two files never have one place")
    func taken() throws {
        try MadeArchive.zip([("a.pdf", 1), ("a.pdf", 2)], to: folder.path("twice.zip"))
        let path = folder.path("twice.zip")
        let files = try InputScan().files([path])
        #expect(files.map(\.place) == ["a.pdf", "a.pdf-2"])
        #expect(
            files.map(\.origin)
                == [0, 1].map { .member(.init(archive: path, format: .zip, path: "a.pdf", place: [$0])) })
    }

    @Test("an archive is a folder; what is hidden in it is told")
    func archives() throws {
        try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
        try MadeArchive.zip(
            [("2023/x.pdf", 1), ("2023/x.doc", 1), (".hidden/y.pdf", 1), ("__MACOSX/._x.pdf", 1), ("drafts/z.pdf", 1)],
            to: folder.path("in/a.zip"))
        #expect(
            try paths(InputScan(exclude: ["drafts"])) == [
                "in/a.zip/.hidden/y.pdf", "in/a.zip/2023/x.doc", "in/a.zip/2023/x.pdf", "in/a.zip/__MACOSX/._x.pdf",
            ])
        #expect(
            try skipped() == ["in/a.zip/.hidden/y.pdf hidden false", "in/a.zip/__MACOSX/._x.pdf hidden false"])
        #expect(try paths(InputScan(include: ["*.doc"])) == ["in/a.zip/2023/x.doc"])
        // What fits the archive itself takes its reports.
        #expect(try paths(InputScan(include: ["a.zip"], exclude: ["*.zip"])) == [])
        #expect(
            try paths(InputScan(include: ["a.zip"], exclude: ["drafts", ".*", "__*"])) == [
                "in/a.zip/2023/x.doc", "in/a.zip/2023/x.pdf",
            ])
    }

    @Test("an archive is known by its content, and one in another is opened, as deep as it may be")
    func nested() throws {
        try MadeArchive.write("rar5", [(name: "x.pdf", content: [1])], to: folder.path("inner"))
        let inner = Array(try Data(contentsOf: URL(filePath: folder.path("inner"))))
        try FileManager.default.removeItem(atPath: folder.path("inner"))
        try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
        try MadeArchive.write("7z", [(name: "y/inner.pdf", content: inner)], to: folder.path("in/a.bin"))
        #expect(try paths() == ["in/a.bin/y/inner.pdf/x.pdf"])
        #expect(try skipped(InputScan(depth: 1)) == ["in/a.bin/y/inner.pdf too_deep true"])
        #expect(try paths(InputScan(exclude: ["y"])) == [])
    }

    @Test("an archive without files is told")
    func empty() throws {
        try MadeArchive.zip([], to: folder.path("a.zip"))
        #expect(try skipped(InputScan(), ["a.zip"]) == ["a.zip empty false"])
    }

    @Test("what calls itself an archive and is none fails by itself")
    func damaged() throws {
        try folder.write("in/a.zip", "\u{1}\u{0}no archive at all")
        let files = try InputScan().files([folder.path("in")])
        #expect(files.count == 1)
        guard case .nothing(let cause)? = files.first?.origin else {
            Issue.record("\(files)")
            return
        }
        #expect(cause.hasPrefix("an archive that cannot be opened: "))
    }
}
