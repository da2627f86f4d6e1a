import Foundation
import Testing

@testable import Archive

@Suite("A file that is there whole or not at all")
struct WholeFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("it has its name only when it is finished, and says what its bytes are")
    func finished() throws {
        let file = try WholeFile(path: folder.path("a.txt"))
        try file.write("ab")
        try file.write([UInt8(ascii: "c")])
        #expect(try folder.names == [".a.txt.part"])
        // FIPS 180-2, appendix B.
        #expect(try file.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(file.count == 3)
        #expect(try folder.names == ["a.txt"])
        #expect(try folder.text("a.txt") == "abc")
    }

    @Test("one that is not finished leaves what was there as it was, and nothing beside it")
    func dropped() throws {
        try folder.write("a.txt", "before")
        do {
            let file = try WholeFile(path: folder.path("a.txt"))
            // More than is kept in memory.
            try file.write([UInt8](repeating: 0x61, count: 1 << 20))
        }
        #expect(try folder.names == ["a.txt"])
        #expect(try folder.text("a.txt") == "before")
    }

    @Test("what a killed process has left is no hindrance")
    func left() throws {
        try folder.write(".a.txt.part", "half of")
        let file = try WholeFile(path: folder.path("a.txt"))
        try file.write("whole")
        try file.finish()
        #expect(try folder.names == ["a.txt"])
        #expect(try folder.text("a.txt") == "whole")
    }

    @Test("where no file can be made, it is said at once")
    func impossible() {
        #expect(throws: OutputError.self) { try WholeFile(path: folder.path("nowhere/a.txt")) }
    }

    @Test("many pieces become the same bytes as one", arguments: [0, 1, 1 << 18, (1 << 18) + 1, 700_000])
    func pieces(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let one = try WholeFile(path: folder.path("one"))
        try one.write(bytes)
        let many = try WholeFile(path: folder.path("many"))
        for start in stride(from: 0, to: count, by: 4099) {
            try many.write(Array(bytes[start..<min(start + 4099, count)]))
        }
        #expect(try one.finish() == many.finish(isDurable: false))
        #expect(one.count == count && many.count == count)
        #expect(FileManager.default.contentsEqual(atPath: folder.path("one"), andPath: folder.path("many")))
    }
}
