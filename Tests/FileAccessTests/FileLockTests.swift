import TestSupport
import Testing

@testable import FileAccess

@Suite("Who holds an output")
struct FileLockTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("of a file or a folder only one at a time, and the next one when it lets go", arguments: [false, true])
    func exclusive(isFolder: Bool) throws {
        let name = isFolder ? folder.path : folder.path("out.csv")
        do {
            let first = try FileLock(name, isFolder: isFolder)
            #expect {
                _ = try FileLock(name, isFolder: isFolder)
            } throws: {
                ($0 as? FileError)?.cause == "another run is writing it; wait for its end"
            }
            #expect(try folder.names == (isFolder ? [] : ["out.csv.lock"]))
            withExtendedLifetime(first) {}
        }
        #expect(try folder.names == [])
        #expect(throws: Never.self) { try FileLock(name, isFolder: isFolder) }
    }

    @Test("outputs beside each other do not hinder each other")
    func others() throws {
        let first = try FileLock(folder.path("a.csv"), isFolder: false)
        let second = try FileLock(folder.path("b.csv"), isFolder: false)
        withExtendedLifetime((first, second)) {}
    }

    @Test("the file of one that was killed is free")
    func left() throws {
        try folder.write("out.csv.lock")
        #expect(throws: Never.self) { try FileLock(folder.path("out.csv"), isFolder: false) }
    }

    @Test("a folder that is not there is nobody's")
    func nowhere() {
        #expect(throws: FileError.self) { _ = try FileLock(folder.path("nowhere"), isFolder: true) }
    }
}
