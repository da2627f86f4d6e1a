import FileAccess
import Foundation
import TestSupport
import Testing

@Suite("File bytes")
struct FileBytesTests {
    @Test(
        "the digest is SHA-256",
        arguments: [
            // FIPS 180-2, appendix B, and the empty message.
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ])
    func digest(text: String, expected: String) {
        #expect(FileBytes(name: "text", Array(text.utf8)).sha256 == expected)
    }

    @Test("a file is read whole, byte for byte")
    func whole() throws {
        let path = Project.sample("township-2020-reportlab.pdf")
        let bytes = try FileBytes(path: path)
        let expected = [UInt8](try Data(contentsOf: URL(filePath: path)))
        #expect(bytes.name == path)
        #expect(bytes.count == expected.count)
        #expect(bytes.withBytes { Array($0) } == expected)
        #expect(bytes.prefix(5).elementsEqual("%PDF-".utf8))
        #expect(bytes.prefix(.max).count == bytes.count)
    }

    @Test("a file without a size, as a pipe or a device, is read to its end")
    func unsized() throws {
        let status = try FileBytes(path: "/proc/self/status")
        #expect(status.withBytes { $0.starts(with: "Name:".utf8) })
        #expect(try FileBytes(path: "/dev/null").count == 0)
    }

    @Test("what is known of a file's content is taken as long as the file does not change")
    func known() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "abc")
        let status = try #require(FileStatus(path))
        let known = KnownContent(sha256: "told", status: status)
        #expect(known.size == 3)
        #expect(try FileBytes(path: path, known: known).sha256 == "told")
        var other = known
        other.size = 4
        #expect(try FileBytes(path: path, known: other).sha256 == FileBytes(name: "", Array("abc".utf8)).sha256)
        // As long as before, and of another time.
        try folder.write("a.txt", "abd")
        let later = Date(timeIntervalSince1970: Double(status.modified) / 1e9 + 5)
        try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: path)
        #expect(try FileBytes(path: path, known: known).sha256 == FileBytes(name: "", Array("abd".utf8)).sha256)
    }
}
