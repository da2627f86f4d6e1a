import ArchiveReader
import Foundation
import TestSupport
import Testing

@testable import ArchiveFiles

@Suite("A walk through an archive")
struct ArchiveWalkTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func walk(_ name: String = "a", limits: ArchiveLimits = ArchiveLimits()) throws -> ArchiveWalk {
        let path = folder.path(name)
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let format = try #require(ArchiveFormat(bytes[...]))
        return try ArchiveWalk(path: path, size: bytes.count, format: format, limits: limits) { start, _ in
            ArchiveFormat(start)
        }
    }

    private func members(_ walk: ArchiveWalk) throws -> [ArchiveMember] {
        var members: [ArchiveMember] = []
        while let member = try walk.next() { members.append(member) }
        return members
    }

    /// How many bytes come until the end, and why no more where there is something wrong.
    private func length(_ walk: ArchiveWalk) -> (count: Int, error: ArchiveError?) {
        var count = 0
        do throws(ArchiveError) {
            while case let bytes = try walk.bytes(), !bytes.isEmpty { count += bytes.count }
            return (count, nil)
        } catch {
            return (count, error)
        }
    }

    private func file(_ path: String, _ place: Int...) -> ArchiveMember {
        ArchiveMember(path: path, place: place, kind: .file)
    }

    @Test(
        "gives each file of every kind of archive, and its bytes",
        arguments: ["zip", "rar4", "rar5", "7z", "cab", "lha", "tar", "tar.gz", "tar.xz"])
    func formats(format: String) throws {
        let report = [UInt8](repeating: 0x41, count: 100_000)
        try MadeArchive.write(
            format, [(name: "年报/一.txt", content: report), (name: "b.txt", content: [7])], to: folder.path("a"))
        let walk = try walk()
        #expect(try walk.next() == file("年报/一.txt", 0))
        #expect(length(walk).count == 100_000)
        #expect(try walk.next() == file("b.txt", 1))
        #expect(try walk.bytes() == [7])
        #expect(try walk.next() == nil)
    }

    @Test(
        "names in GBK are read in every kind that does not say what its names are in",
        arguments: ["rar4", "tar", "tar.gz"])
    func gbk(format: String) throws {
        // 年报.txt
        try MadeArchive.write(
            format, [(name: [0xC4, 0xEA, 0xB1, 0xA8] + Array(".txt".utf8), content: [1])], to: folder.path("a"))
        #expect(try members(walk()).map(\.path) == ["年报.txt"])
    }

    @Test("goes into archives in it, whatever their kind, and comes out again")
    func nested() throws {
        func inner(_ format: String) throws -> [UInt8] {
            try MadeArchive.write(format, [(name: "in.txt", content: [1, 2])], to: folder.path("inner"))
            return Array(try Data(contentsOf: URL(filePath: folder.path("inner"))))
        }
        try MadeArchive.write(
            "7z",
            [
                (name: "x/one.rar", content: inner("rar5")), (name: "two", content: inner("tar.gz")),
                (name: "last.txt", content: [3]),
            ], to: folder.path("a"))
        let found = try members(walk())
        #expect(found == [file("x/one.rar/in.txt", 0, 0), file("two/in.txt", 1, 0), file("last.txt", 2)])
        // Straight to some of them, by their places.
        let other = try walk()
        try other.go(to: found[1])
        #expect(length(other).count == 2)
        try other.go(to: found[2])
        #expect(length(other).count == 1)
    }

    @Test("too many archives in one another are named, not opened")
    func depth() throws {
        try MadeArchive.write("zip", [(name: "a.txt", content: [1])], to: folder.path("a"))
        for number in 1...3 {
            let inner = Array(try Data(contentsOf: URL(filePath: folder.path("a"))))
            try MadeArchive.write("zip", [(name: "\(number).zip", content: inner)], to: folder.path("a"))
        }
        #expect(try members(walk()) == [ArchiveMember(path: "3.zip/2.zip/1.zip", place: [0, 0, 0], kind: .tooDeep)])
        var limits = ArchiveLimits()
        limits.depth = 4
        #expect(try members(walk(limits: limits)).map(\.path) == ["3.zip/2.zip/1.zip/a.txt"])
    }

    @Test("a file that was compressed by itself is called as its archive is")
    func single() throws {
        let run = Process()
        run.executableURL = URL(filePath: "/usr/bin/env")
        run.arguments = [
            "python3", "-c", "import gzip, sys; open(sys.argv[1], 'wb').write(gzip.compress(bytes(9)))",
            folder.path("a"),
        ]
        try run.run()
        run.waitUntilExit()
        let walk = try walk()
        #expect(try walk.next() == file("", 0))
        #expect(length(walk).count == 9)
    }

    @Test(
        "an archive that is cut gives what is whole, and says why there is no more",
        arguments: ["rar4", "7z"])
    func cut(format: String) throws {
        var generator = SeededGenerator(seed: 3)
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try MadeArchive.write(format, [(name: "a", content: noise), (name: "b", content: noise)], to: folder.path("a"))
        let whole = try Data(contentsOf: URL(filePath: folder.path("a")))
        try whole.prefix(7000).write(to: URL(filePath: folder.path("a")))
        let found = try members(walk())
        guard case .damaged(let cause)? = found.last?.kind else {
            Issue.record("\(found)")
            return
        }
        #expect(cause.contains(" archive that can be read no further than "))
        #expect(
            found.dropLast().map(\.path) == (  // What is in a 7z archive is told at its end.
                format == "7z" ? [] : ["a", "b"]))
    }

    @Test("links, and an archive without a file, are told as what they are")
    func others() throws {
        let run = Process()
        run.executableURL = URL(filePath: "/usr/bin/env")
        run.arguments = [
            "python3", "-c",
            """
            import sys, tarfile
            with tarfile.open(sys.argv[1], 'w') as archive:
                for name, kind in (('s', tarfile.SYMTYPE), ('h', tarfile.LNKTYPE), ('p', tarfile.FIFOTYPE), ('d', tarfile.DIRTYPE)):
                    info = tarfile.TarInfo(name); info.type = kind; info.linkname = '/etc/passwd'; archive.addfile(info)
            """, folder.path("a"),
        ]
        try run.run()
        run.waitUntilExit()
        #expect(try members(walk()).map { "\($0.path) \($0.kind)" } == ["s link", "h link", "p special"])
        try MadeArchive.write("zip", [(name: String, content: [UInt8])](), to: folder.path("empty"))
        #expect(try members(walk("empty")) == [ArchiveMember(path: "", place: [], kind: .empty)])
    }

    @Test("an archive that has another file at a place is another archive by now, and gives nothing more")
    func changed() throws {
        try MadeArchive.zip([("a", 10), ("b", 10)], to: folder.path("a"))
        let walk = try walk()
        for _ in 1...2 {
            #expect(throws: ArchiveError(cause: "the archive has changed", isFatal: true)) {
                try walk.go(to: file("b", 0))
            }
        }
        #expect(throws: ArchiveError.self) { try self.walk().go(to: file("b", 5)) }
    }

    // MARK: Limits

    @Test("a file that unpacks beyond all likelihood is stopped, and those behind it are read")
    func bomb() throws {
        try MadeArchive.zip([("bomb", 64 << 20), ("good", 1000)], to: folder.path("a"))
        let walk = try walk()
        #expect(try walk.next()?.path == "bomb")
        let (count, error) = length(walk)
        // 16 MiB, and the piece that was beyond them.
        #expect((16 << 20)...((16 << 20) + (1 << 16)) ~= count)
        #expect(
            error
                == ArchiveError(
                    cause: "unpacks to more than 100 times its size; unpack it if it is what it seems", isFatal: false))
        #expect(try walk.next()?.path == "good")
        let rest = length(walk)
        #expect(rest.count == 1000 && rest.error == nil)
    }

    @Test(
        "files that are likely, each by itself, are stopped where all of them are more than likely, in archives in it too"
    )
    func many() throws {
        var limits = ArchiveLimits()
        (limits.leastOfArchive, limits.leastOfEntry) = (1 << 20, 1 << 18)
        try MadeArchive.zip((0..<10).map { ("\($0)", 200_000) }, to: folder.path("inner"))
        let inner = Array(try Data(contentsOf: URL(filePath: folder.path("inner"))))
        try MadeArchive.write(
            "zip", [(name: "one.zip", content: inner), (name: "two.zip", content: inner)], to: folder.path("a"))
        let walk = try walk(limits: limits)
        var (sum, failed) = (0, 0)
        while try walk.next() != nil {
            let (count, error) = length(walk)
            sum += count
            if error != nil { failed += 1 }
        }
        #expect((1 << 20) - 200_000...(1 << 20) + (1 << 16) ~= sum)
        #expect(failed > 0)
    }

    @Test("more files than anybody packs end the walk")
    func entries() throws {
        var limits = ArchiveLimits()
        limits.mostEntries = 3
        try MadeArchive.zip((0..<5).map { ("\($0)", 1) }, to: folder.path("a"))
        let found = try members(walk(limits: limits))
        #expect(found.count == 4)
        #expect(
            found.last?.kind
                == .damaged(
                    "a zip archive that can be read no further than 3 files: more than 3 files; unpack it if it is what it seems"
                ))
    }
}
