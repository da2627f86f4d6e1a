import FileAccess
import Foundation
import Testing

@testable import Nianbao

@Suite("Lines of a descriptor")
struct LineReaderTests {
    /// The lines of what was written to a pipe, whose other end is closed.
    private func lines(_ text: String) throws -> [String] {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try pipe.fileHandleForWriting.close()
        var reader = LineReader(descriptor: Descriptor(pipe.fileHandleForReading.fileDescriptor))
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        #expect(try reader.next() == nil)
        return lines
    }

    @Test(
        "each ends with a line feed; the last one needs none",
        arguments: [
            ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]),
            ("年\r\n报", ["年\r", "报"]),
        ] as [(String, [String])])
    func ends(text: String, expected: [String]) throws { #expect(try lines(text) == expected) }

    @Test("a line is there as soon as it ends, before there is more", .timeLimit(.minutes(10)))
    func soon() throws {
        let pipe = Pipe()
        var reader = LineReader(descriptor: Descriptor(pipe.fileHandleForReading.fileDescriptor))
        for line in ["first", "", "third"] {
            try pipe.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
            #expect(try reader.next() == Array(line.utf8))
        }
        try pipe.fileHandleForWriting.write(contentsOf: Data("two\nat once\nand a h".utf8))
        #expect(try reader.next() == Array("two".utf8))
        #expect(try reader.next() == Array("at once".utf8))
        try pipe.fileHandleForWriting.write(contentsOf: Data("alf\n".utf8))
        #expect(try reader.next() == Array("and a half".utf8))
        try pipe.fileHandleForWriting.close()
    }

    @Test("a line may be longer than what is read at once")
    func long() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let long = String(repeating: "0123456789", count: 20_000)
        try Data("a\n\(long)\nb".utf8).write(to: url)
        let handle = try FileHandle(forReadingFrom: url)
        var reader = LineReader(descriptor: Descriptor(handle.fileDescriptor))
        #expect(try reader.next() == Array("a".utf8))
        #expect(try reader.next() == Array(long.utf8))
        #expect(try reader.next() == Array("b".utf8))
        #expect(try reader.next() == nil)
    }

    @Test("what is no descriptor is an error, and no end")
    func closed() {
        var reader = LineReader(descriptor: Descriptor(-1))
        #expect(throws: SystemError.self) { _ = try reader.next() }
    }
}
