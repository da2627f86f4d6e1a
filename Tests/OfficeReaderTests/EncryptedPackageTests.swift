import Foundation
import OfficeReader
import TestSupport
import Testing

@Suite("Encrypted packages")
struct EncryptedPackageTests {
    private func package(_ name: String) throws -> EncryptedPackage {
        let bytes = Array(try Data(contentsOf: URL(filePath: Project.fixture(name))))
        let file = try #require(CompoundFile(bytes[...]))
        return try #require(EncryptedPackage(file))
    }

    @Test(
        "the password opens both kinds of encryption", arguments: ["encrypted-agile.docx", "encrypted-standard.docx"])
    func opened(name: String) throws {
        let bytes = try package(name).opened(password: "geheim")
        #expect(bytes.count == 6234)
        let document = try WordReader().document(bytes[...])
        #expect(
            document.blocks.compactMap(\.text?.text) == ["琥珀市水务局2023年政府信息公开工作年度报告", "secret text"])
    }

    @Test(
        "another password does not", arguments: ["encrypted-agile.docx", "encrypted-standard.docx"],
        ["Geheim", "", "geheim "])
    func wrong(name: String, password: String) throws {
        let error = try #require(#expect(throws: OfficeError.self) { try package(name).opened(password: password) })
        #expect(error.kind == .encrypted)
        #expect(error.cause == "encrypted, and the password given does not open it")
    }

    @Test(
        "one that is cut, or says what nobody can do, is refused",
        arguments: ["encrypted-agile.docx", "encrypted-standard.docx"])
    func damaged(name: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: Project.fixture(name))))
        for length in stride(from: 512, to: bytes.count, by: 512) {
            guard let file = CompoundFile(bytes.prefix(length)), let package = EncryptedPackage(file) else { continue }
            // What is there of it is the beginning of the whole, or nothing.
            if let opened = try? package.opened(password: "geheim") { #expect(opened.count <= 6234) }
        }
        var spun = bytes
        let count = Array("spinCount=\"100000\"".utf8)
        if let place = spun.firstRange(of: count)?.lowerBound {
            spun.replaceSubrange(
                place..<(place + count.count), with: Array("spinCount=\"9000000\"".utf8).prefix(count.count))
            let file = try #require(CompoundFile(spun[...]))
            let package = try #require(EncryptedPackage(file))
            #expect(throws: OfficeError.self) { try package.opened(password: "geheim") }
        }
    }

    @Test("streams long and short are read, as far as they are there")
    func streams() throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: Project.fixture("encrypted-agile.docx"))))
        let file = try #require(CompoundFile(bytes[...]))
        #expect(file.stream("EncryptionInfo")?.prefix(8) == [4, 0, 4, 0, 0x40, 0, 0, 0])
        #expect(file.stream("EncryptedPackage", count: 8) == [0x5A, 0x18, 0, 0, 0, 0, 0, 0])
        #expect(file.stream("EncryptedPackage")?.count == 8 + 6240)
        #expect(file.stream("nothing") == nil)
    }
}
