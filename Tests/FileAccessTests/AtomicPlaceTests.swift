import Foundation
import TestSupport
import Testing

@testable import FileAccess

@Suite("Where a file is to stand")
struct AtomicPlaceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "until it is whole it is hidden beside its place",
        arguments: [
            ("out.csv", ".out.csv.part"), ("a/out.csv", "a/.out.csv.part"), ("/out.csv", "/.out.csv.part"),
        ])
    func unfinished(name: String, hidden: String) throws {
        // None of them is there.
        let place = try AtomicPlace("nianbao-nowhere-" + name)
        #expect(place.path == "nianbao-nowhere-" + name)
        #expect(try AtomicPlace(name).unfinished == hidden)
    }

    @Test("a link stays one, and what it names is written")
    func link() throws {
        let target = try folder.write("far/target.csv", "before")
        let link = folder.path("link.csv")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        let place = try AtomicPlace(link)
        #expect(place.unfinished.hasSuffix("/far/.target.csv.part"))
        try folder.write("far/.target.csv.part", "after")
        try place.publish()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        #expect(try folder.text("far/target.csv") == "after")
    }

    @Test("what would be lost is left alone: a folder, a device")
    func inTheWay() {
        #expect {
            try AtomicPlace(folder.path)
        } throws: {
            ($0 as? FileError)?.cause == "a folder is in the way"
        }
        #expect {
            try AtomicPlace("/dev/null")
        } throws: {
            ($0 as? FileError)?.cause == "it is no plain file"
        }
    }

    @Test("what is not whole can be taken away, and what is not there cannot be published")
    func cleared() throws {
        let place = try AtomicPlace(folder.path("a"))
        try folder.write(".a.part", "half")
        place.clear()
        #expect(try folder.names == [])
        for isDurable in [true, false] {
            #expect(throws: FileError.self) { try place.publish(isDurable: isDurable) }
        }
    }
}
