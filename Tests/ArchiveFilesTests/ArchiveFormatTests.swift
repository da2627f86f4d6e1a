import ArchiveReader
import Foundation
import TestSupport
import Testing

@Suite("What an archive is")
struct ArchiveFormatTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "it is known by its first bytes",
        arguments: [
            ("zip", ArchiveFormat.zip), ("rar4", .rar), ("rar5", .rar), ("7z", .sevenZip), ("cab", .cab), ("lha", .lha),
            ("tar", .tar), ("tar.gz", .gzip), ("tar.xz", .xz),
        ])
    func formats(made: String, format: ArchiveFormat) throws {
        let path = folder.path("archive")
        try MadeArchive.write(made, [(name: "a.txt", content: [1, 2, 3])], to: path)
        #expect(ArchiveFormat(Array(try Data(contentsOf: URL(filePath: path)))[...]) == format)
    }

    @Test("texts, PDF files and compound files are none", arguments: ["%PDF-1.7\n", "BZh", "年报", "-lh5-", ""])
    func others(start: String) {
        #expect(ArchiveFormat(Array(start.utf8)[...]) == nil)
        #expect(ArchiveFormat([0xD0, 0xCF, 0x11, 0xE0]) == nil)
        // A header of a tar archive whose sum is another one.
        #expect(ArchiveFormat([UInt8](repeating: 0x30, count: 512)[...]) == nil)
    }

    @Test(
        "the ending of a name says what may be one",
        arguments: [("tgz", ArchiveFormat.gzip), ("lzh", .lha), ("7z", .sevenZip)])
    func endings(ending: String, format: ArchiveFormat) {
        #expect(ArchiveFormat(ending: ending) == format)
        #expect(ArchiveFormat(ending: "pdf") == nil)
    }
}
