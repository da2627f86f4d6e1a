import Foundation
import TestSupport
import Testing

@testable import ArchiveConversion

@Suite("Which files there are")
struct InputScanTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Paths below the folder of the test.
    private func paths(_ scan: InputScan = InputScan(), _ inputs: [String] = ["in"]) -> [String] {
        scan.files(inputs.map(folder.path)).map { String($0.path.dropFirst(folder.path.count + 1)) }
    }

    private func places(_ inputs: [String]) -> [String] { InputScan().files(inputs.map(folder.path)).map(\.place) }

    @Test("a folder is searched to its depth for the endings of reports, whatever their case")
    func endings() throws {
        for name in ["b.pdf", "a/c.HTML", "a/b/d.md", "e.doc", "f", "g.pdf.zip.txt", "h.ndjson"] {
            try folder.write("in/" + name)
        }
        #expect(paths() == ["in/a/b/d.md", "in/a/c.HTML", "in/b.pdf", "in/g.pdf.zip.txt"])
    }

    @Test("hidden files and folders are left out")
    func hidden() throws {
        for name in [".a.pdf", ".git/b.pdf", "c.pdf"] { try folder.write("in/" + name) }
        #expect(paths() == ["in/c.pdf"])
    }

    @Test(
        "globs are for the name, or with a slash for the path below the folder",
        arguments: [
            (["*.pdf"], [], ["in/2023/a.pdf", "in/drafts/a.pdf"]),
            (["2023/*"], [], ["in/2023/a.doc", "in/2023/a.pdf"]),
            ([], ["drafts"], ["in/2023/a.pdf", "in/b.md"]),
            (["*.pdf", "b.*"], ["2023/a.*"], ["in/b.md", "in/drafts/a.pdf"]),
            ([], ["*"], []),
        ] as [([String], [String], [String])])
    func globs(include: [String], exclude: [String], expected: [String]) throws {
        for name in ["2023/a.pdf", "2023/a.doc", "drafts/a.pdf", "b.md"] { try folder.write("in/" + name) }
        #expect(paths(InputScan(include: include, exclude: exclude)) == expected)
    }

    @Test("a file that is named is taken whatever it is called, and if it is not there")
    func named() throws {
        try folder.write("a.doc")
        #expect(paths(InputScan(), ["a.doc", "nowhere.pdf"]) == ["a.doc", "nowhere.pdf"])
    }

    @Test("a path is taken once, in the order of bytes")
    func once() throws {
        for name in ["in/b.pdf", "in/B.pdf", "in/é.pdf"] { try folder.write(name) }
        #expect(paths(InputScan(), ["in/b.pdf", "in", "in/b.pdf"]) == ["in/B.pdf", "in/b.pdf", "in/é.pdf"])
    }

    @Test("a link is followed, but not in a circle")
    func links() throws {
        try folder.write("in/a/b.pdf")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/a/up"), withDestinationPath: folder.path("in"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/other"), withDestinationPath: folder.path("in/a"))
        #expect(paths() == ["in/a/b.pdf", "in/other/b.pdf"])
    }

    @Test("of one folder places are below it, of several inputs below the last part of each")
    func prefixes() throws {
        for name in ["2022/in/a.pdf", "2023/in/a.pdf", "b.pdf"] { try folder.write(name) }
        #expect(places(["2022/in"]) == ["a.pdf"])
        #expect(places(["b.pdf"]) == ["b.pdf"])
        #expect(places(["2022/in", "2023/in", "b.pdf"]) == ["in/a.pdf", "in-2/a.pdf", "b.pdf"])
    }

    @Test("two files never have one place")
    func taken() throws {
        try MadeZip.write([("a.pdf", 1), ("a.pdf", 2)], to: folder.path("twice.zip"))
        let files = InputScan().files([folder.path("twice.zip")])
        #expect(files.map(\.place) == ["a.pdf", "a.pdf-2"])
        let path = folder.path("twice.zip")
        #expect(
            files.map(\.origin) == [0, 1].map { .entry(archive: path, path: "a.pdf", number: $0) })
    }

    @Test("a zip archive is a folder, without what is hidden; one in another fails by itself")
    func archives() throws {
        try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
        try MadeZip.write(
            [("2023/x.pdf", 1), ("2023/x.doc", 1), (".hidden/y.pdf", 1), ("inner.zip", 1), ("drafts/z.pdf", 1)],
            to: folder.path("in/a.zip"))
        #expect(paths(InputScan(exclude: ["drafts"])) == ["in/a.zip/2023/x.pdf", "in/a.zip/inner.zip"])
        #expect(paths(InputScan(include: ["*.doc"])) == ["in/a.zip/2023/x.doc"])
        // What fits the archive itself takes its reports.
        #expect(paths(InputScan(include: ["a.zip"], exclude: ["*.zip"])) == [])
        #expect(paths(InputScan(include: ["a.zip"], exclude: ["inner.*", "drafts"])) == ["in/a.zip/2023/x.pdf"])
        let inner = InputScan().files([folder.path("in")]).first { $0.path.hasSuffix("inner.zip") }
        #expect(
            inner?.origin == .nothing(cause: "an archive in an archive is not opened; unpack the outer one"))
    }

    @Test("what calls itself an archive and is none fails by itself")
    func damaged() throws {
        try folder.write("in/a.zip", "no archive at all")
        let files = InputScan().files([folder.path("in")])
        #expect(files.count == 1)
        guard case .nothing(let cause)? = files.first?.origin else {
            Issue.record("\(files)")
            return
        }
        #expect(cause.hasPrefix("a zip archive that can be read no further than 0 files: "))
    }
}
