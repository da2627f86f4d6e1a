import FileAccess
import Foundation
import Testing

@Suite("Files that are opened")
struct OpenFileTests {
    @Test(
        "what cannot be read says why",
        arguments: [
            ("/nowhere/a", false, FileError(.notFound, path: "/nowhere/a", cause: "no such file")),
            ("/tmp", false, FileError(.unreadable, path: "/tmp", cause: "is a directory; name the files in it")),
            ("/tmp", true, FileError(.unreadable, path: "/tmp", cause: "no plain file")),
            ("/dev/null", true, FileError(.unreadable, path: "/dev/null", cause: "no plain file")),
        ])
    func refused(path: String, isPlain: Bool, expected: FileError) {
        #expect(throws: expected) { try OpenFile(reading: path, isPlain: isPlain) }
    }

    @Test("a file without a name is read by its path, and is gone with the object")
    func unnamed() throws {
        var file: UnnamedFile? = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
        try file?.write(Array("abc".utf8))
        let path = try #require(file?.path)
        #expect(try FileBytes(path: path).withBytes { Array($0) } == Array("abc".utf8))
        file = nil
        #expect(throws: FileError.self) { try FileBytes(path: path) }
    }

    @Test("two names of one file have one identity, two files have two")
    func identity() throws {
        let same = FileStatus("/dev/null")?.identity
        #expect(same != nil && same == FileStatus("/dev/../dev/null")?.identity)
        #expect(same != FileStatus("/dev/zero")?.identity)
        #expect(FileStatus("/dev/null")?.kind == .special)
        #expect(FileStatus("/tmp")?.kind == .folder)
        #expect(FileStatus("/nowhere") == nil)
    }

    @Test("a descriptor that is closed says what the system says")
    func closed() {
        #expect(throws: SystemError(code: EBADF)) { try Descriptor(-1).read(1) }
        #expect(throws: SystemError(code: EBADF)) { try Descriptor(-1).write([0]) }
        #expect(SystemError(code: ENOSPC).description == "the disk is full")
    }
}
