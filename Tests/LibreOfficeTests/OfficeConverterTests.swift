import Foundation
import TestSupport
import Testing

@testable import LibreOffice

/// Without LibreOffice there is nothing to try; in continuous integration it has to be there.
private let isInstalled = OfficeProgram.installed != nil || ProcessInfo.processInfo.environment["CI"] != nil

@Suite(
    "Conversions by LibreOffice", .enabled(if: isInstalled, "LibreOffice is not installed: samples/setup.sh --office"),
    .serialized)
struct OfficeConverterTests {
    private let program: OfficeProgram

    init() throws { program = try #require(OfficeProgram.installed) }

    private let rtf = Array(#"{\rtf1\ansi{\fonttbl\f0 Song;}\f0 2023\par}"#.utf8)

    private func processes(named name: String) -> [Int] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int($0) } ?? []
        return all.filter {
            (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?.contains(name) ?? false
        }
    }

    @Test("several files are converted by one office, which leaves nothing behind")
    func several() throws {
        let before = try Set(
            FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path))
        var office: RunningOffice? = try RunningOffice(program, patience: .seconds(120))
        for _ in 1...3 {
            let made = try #require(try office?.convert(rtf, by: .rtf, limits: OfficeLimits()))
            #expect(made.starts(with: Array("PK".utf8)))
        }
        #expect(office?.served == 3)
        office = nil
        let after = try Set(
            FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path))
        #expect(after.subtracting(before).filter { $0.hasPrefix("nianbao-office-") || $0.hasPrefix("OSL_PIPE") } == [])
    }

    @Test("what is no such document is unreadable, and the next one is converted by the same office")
    func unreadable() throws {
        let office = try RunningOffice(program, patience: .seconds(120))
        #expect(throws: OfficeFailure.unreadable) {
            try office.convert(Array("no document".utf8), by: .doc, limits: OfficeLimits())
        }
        #expect(try !office.convert(rtf, by: .rtf, limits: OfficeLimits()).isEmpty)
    }

    @Test("what takes too much is stopped, and a new office takes its place")
    func limits() throws {
        #expect(throws: OfficeFailure.outOfMemory) {
            try OfficeConverter(limits: OfficeLimits(seconds: 60, memory: 1 << 20)).convert(
                large, by: .rtf, with: program)
        }
        #expect(throws: OfficeFailure.outOfTime) {
            try OfficeConverter(limits: OfficeLimits(seconds: 0.001)).convert(large, by: .rtf, with: program)
        }
    }

    /// Takes a second at least.
    private var large: [UInt8] {
        Array(#"{\rtf1\ansi{\fonttbl\f0 Song;}\f0 "#.utf8)
            + Array(repeatElement(#"2023\par "#, count: 100_000).joined().utf8)
            + Array("}".utf8)
    }

    @Test("a file's macros, links and pictures from elsewhere are not loaded", .timeLimit(.minutes(2)))
    func network() throws {
        let text = #"{\rtf1{\field{\*\fldinst INCLUDETEXT "http://127.0.0.1:9/x.rtf"}{\fldrslt 7}}\par}"#
        let office = try RunningOffice(program, patience: .seconds(120))
        #expect(try !office.convert(Array(text.utf8), by: .rtf, limits: OfficeLimits()).isEmpty)
    }

    @Test("a program that is not there is none")
    func missing() {
        #expect(OfficeProgram(path: "/nowhere/soffice") == nil)
        #expect(OfficeProgram(path: "/usr") == nil)
        #expect(OfficeProgram.hint.contains("samples/setup.sh --office"))
    }
}
