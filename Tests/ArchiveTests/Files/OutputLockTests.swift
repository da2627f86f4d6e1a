import Testing

@testable import Archive

@Suite("Who holds an output")
struct OutputLockTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("of a file or a folder only one at a time, and the next one when it lets go", arguments: [false, true])
    func exclusive(isFolder: Bool) throws {
        let name = isFolder ? folder.path : folder.path("out.csv")
        do {
            let first = try OutputLock(name, isFolder: isFolder)
            #expect {
                _ = try OutputLock(name, isFolder: isFolder)
            } throws: {
                ($0 as? OutputError)?.cause == "another run is writing it; wait for its end"
            }
            #expect(try folder.names == (isFolder ? [] : ["out.csv.lock"]))
            withExtendedLifetime(first) {}
        }
        #expect(try folder.names == [])
        #expect(throws: Never.self) { try OutputLock(name, isFolder: isFolder) }
    }

    @Test("outputs beside each other do not hinder each other")
    func others() throws {
        let first = try OutputLock(folder.path("a.csv"), isFolder: false)
        let second = try OutputLock(folder.path("b.csv"), isFolder: false)
        withExtendedLifetime((first, second)) {}
    }

    @Test("the file of one that was killed is free")
    func left() throws {
        try folder.write("out.csv.lock")
        #expect(throws: Never.self) { try OutputLock(folder.path("out.csv"), isFolder: false) }
    }

    @Test("a folder that is not there is nobody's")
    func nowhere() {
        #expect(throws: OutputError.self) { _ = try OutputLock(folder.path("nowhere"), isFolder: true) }
    }
}
