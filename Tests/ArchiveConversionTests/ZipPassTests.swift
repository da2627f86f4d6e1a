import Foundation
import TestSupport
import Testing
import ZipReader

@testable import ArchiveConversion

@Suite("One pass through a zip archive")
struct ZipPassTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func pass(_ entries: [(name: String, zeros: Int)]) throws -> ZipPass {
        let path = folder.path("a.zip")
        try MadeZip.write(entries, to: path)
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        return try ZipPass(archive: path, size: size, password: nil)
    }

    /// How many bytes come until the end, and why no more where there is something wrong.
    private func length(_ pass: ZipPass) -> (count: Int, error: ZipError?) {
        var count = 0
        do throws(ZipError) {
            while case let bytes = try pass.bytes(), !bytes.isEmpty { count += bytes.count }
            return (count, nil)
        } catch {
            return (count, error)
        }
    }

    @Test("entries give their bytes, and those in between are passed over")
    func entries() throws {
        let pass = try pass([("a", 10), ("b", 200_000), ("c", 0), ("d/e", 7)])
        try pass.go(to: 1, path: "b")
        #expect(length(pass).count == 200_000)
        try pass.go(to: 3, path: "d/e")
        #expect(length(pass).count == 7)
    }

    @Test("an archive that has another entry at a place is another archive by now, and gives nothing more")
    func changed() throws {
        let pass = try pass([("a", 10), ("b", 10)])
        for _ in 1...2 {
            #expect {
                try pass.go(to: 0, path: "b")
            } throws: {
                $0 as? ZipError == ZipError(cause: "the archive has changed", isFatal: true)
            }
        }
        let short = try self.pass([("a", 10)])
        #expect(throws: ZipError.self) { try short.go(to: 1, path: "b") }
    }

    @Test("an entry that unpacks beyond all likelihood is stopped, and those behind it are read")
    func bomb() throws {
        let pass = try pass([("bomb", 64 << 20), ("good", 1000)])
        try pass.go(to: 0, path: "bomb")
        let (count, error) = length(pass)
        // 16 MiB, and the piece that was beyond them.
        #expect((16 << 20)...((16 << 20) + (1 << 16)) ~= count)
        #expect(
            error
                == ZipError(
                    cause: "unpacks to more than 100 times its size; unpack it if it is what it seems", isFatal: false))
        try pass.go(to: 1, path: "good")
        let rest = length(pass)
        #expect(rest.count == 1000 && rest.error == nil)
    }

    @Test("entries that are likely, each by itself, are stopped where all of them are more than likely")
    func many() throws {
        // A byte less than an entry may give, whatever its size.
        let entry = (16 << 20) - 1
        let count = 70
        let pass = try pass((0..<count).map { ("\($0)", entry) })
        var sum = 0
        var failed = 0
        for number in 0..<count {
            try pass.go(to: number, path: "\(number)")
            let (length, error) = length(pass)
            sum += length
            if let error {
                failed += 1
                #expect(
                    error.cause
                        == "is in an archive that unpacks to more than 100 times its size; unpack it if it is what it seems"
                )
            }
        }
        #expect((1 << 30)...((1 << 30) + (1 << 16)) ~= sum)
        #expect(failed == count - (1 << 30) / entry)
    }
}
