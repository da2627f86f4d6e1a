import FileAccess
import Foundation
import Testing

@Suite("Files that are there whole or not at all")
struct AtomicFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

    @Test("a file has its name once it is finished, and says how long it is and what its digest is")
    func whole() throws {
        let file = try AtomicFile(path: path("a.csv"))
        try file.write("ab")
        try file.write(Array("c".utf8))
        #expect(names == [".a.csv.part"])
        let digest = try file.finish()
        #expect(names == ["a.csv"])
        #expect(try String(contentsOfFile: path("a.csv"), encoding: .utf8) == "abc")
        #expect(file.count == 3)
        #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("one that is given up leaves nothing, and what was there stays")
    func unfinished() throws {
        try "old".write(toFile: path("a.csv"), atomically: true, encoding: .utf8)
        do {
            let file = try AtomicFile(path: path("a.csv"))
            try file.write("new")
        }
        #expect(names == ["a.csv"])
        #expect(try String(contentsOfFile: path("a.csv"), encoding: .utf8) == "old")
    }

    @Test("giving up takes away what was written at once, but not what is finished")
    func givenUp() throws {
        let unfinished = try AtomicFile(path: path("a.csv"))
        try unfinished.write("new")
        unfinished.giveUp()
        #expect(names == [])
        let finished = try AtomicFile(path: path("b.csv"))
        try finished.finish()
        finished.giveUp()
        #expect(names == ["b.csv"])
        withExtendedLifetime((unfinished, finished)) {}
    }

    @Test("what an earlier run has left unfinished is taken away")
    func leftover() throws {
        try "half".write(toFile: path(".a.csv.part"), atomically: true, encoding: .utf8)
        try AtomicFile(path: path("a.csv")).finish()
        #expect(names == ["a.csv"])
        #expect(try Data(contentsOf: URL(filePath: path("a.csv"))).isEmpty)
    }

    @Test("a link stays one, and what it names is written")
    func link() throws {
        try "old".write(toFile: path("real"), atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "real")
        let file = try AtomicFile(path: path("link"))
        try file.write("new")
        try file.finish()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "real")
        #expect(try String(contentsOfFile: path("real"), encoding: .utf8) == "new")
    }

    @Test("nothing is written in place of a folder or a device, or into a folder that is not there")
    func refused() {
        func failure(_ path: String) -> FileError? {
            #expect(throws: FileError.self) { try AtomicFile(path: path) }
        }
        #expect(failure(folder.path) == FileError(.unwritable, path: folder.path, cause: "a folder is in the way"))
        #expect(failure("/dev/null")?.cause == "it is no plain file")
        let missing = failure("/nowhere/a.csv")
        #expect(missing?.description == "/nowhere/a.csv: cannot be written: No such file or directory")
    }

    @Test("many pieces become the same bytes as one", arguments: [0, 1, 1 << 18, (1 << 18) + 1, 700_000])
    func pieces(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let one = try AtomicFile(path: path("one"))
        try one.write(bytes)
        let many = try AtomicFile(path: path("many"))
        for start in stride(from: 0, to: count, by: 4099) {
            try many.write(Array(bytes[start..<min(start + 4099, count)]))
        }
        #expect(try one.finish() == many.finish(isDurable: false))
        #expect(one.count == count && many.count == count)
        #expect(FileManager.default.contentsEqual(atPath: path("one"), andPath: path("many")))
    }
}
