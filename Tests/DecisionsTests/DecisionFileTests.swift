import FileAccess
import Foundation
import ReportStandard
import TestSupport
import Testing

@testable import Decisions

@Suite("A file of decisions")
struct DecisionFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("d.ndjson") }

    init() throws { folder = try TemporaryFolder() }

    private static func decision(_ number: Int, by: String = "甲") -> Decision {
        Decision(
            .corrected,
            of: .init(sha256: String(repeating: "0", count: 64), document: 1, code: IndicatorCode("a.b\(number)")),
            was: .init(value: nil, status: .missing), value: Decimal(number), by: by, at: "2026-11-27T08:00:00Z")
    }

    private func good(_ lines: [Result<Decision, DecisionLines.LineError>]) -> [Decision] {
        lines.compactMap { try? $0.get() }
    }

    @Test("is made with the first decision, and read on from where it was left")
    func news() throws {
        var reader = DecisionFile(path: path)
        #expect(try reader.news().isEmpty)
        try DecisionFile.append([Self.decision(1)], to: path)
        #expect(try good(reader.news()) == [Self.decision(1)])
        #expect(try reader.news().isEmpty)
        try DecisionFile.append([Self.decision(2), Self.decision(3)], to: path)
        #expect(try good(reader.news()) == [Self.decision(2), Self.decision(3)])
        #expect(try good(DecisionFile.all(in: path)) == [1, 2, 3].map { Self.decision($0) })
    }

    @Test("a line that somebody was killed in is ended by the next decision, which is whole")
    func cut() throws {
        try DecisionFile.append([Self.decision(1)], to: path)
        try OpenFile.append(Array(#"{"sha256": "00"#.utf8), to: path)
        var reader = DecisionFile(path: path)
        #expect(try reader.news().count == 1)
        try DecisionFile.append([Self.decision(2)], to: path)
        let later = try reader.news()
        #expect(later.count == 2 && good(later) == [Self.decision(2)])
        let all = try DecisionFile.all(in: path)
        #expect(all.count == 3 && good(all) == [Self.decision(1), Self.decision(2)])
    }

    @Test("many who write at the same time lose nothing, and no line is mixed with another")
    func together() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<25 {
                        try DecisionFile.append([Self.decision(number, by: "人\(writer)")], to: path)
                    }
                }
            }
            try await group.waitForAll()
        }
        let found = try DecisionFile.all(in: path)
        #expect(found.count == 200 && good(found).count == 200)
        for writer in 0..<8 {
            let own = good(found).filter { $0.by == "人\(writer)" }
            #expect(own == (0..<25).map { Self.decision($0, by: "人\(writer)") })
        }
    }

    @Test("a file that another one has taken the place of is not read on")
    func replaced() throws {
        try DecisionFile.append([Self.decision(1), Self.decision(2)], to: path)
        var reader = DecisionFile(path: path)
        _ = try reader.news()
        try FileManager.default.removeItem(atPath: path)
        try DecisionFile.append([Self.decision(3)], to: path)
        #expect(throws: FileError.self) { try reader.news() }
    }

    @Test("a file that is not there, and a folder in its place, are told")
    func unreadable() throws {
        #expect(throws: FileError.self) { try DecisionFile.all(in: path) }
        #expect(throws: FileError.self) { try DecisionFile.append([Self.decision(1)], to: folder.path) }
        #expect(throws: FileError.self) {
            try DecisionFile.append([Self.decision(1)], to: folder.path("none/d.ndjson"))
        }
    }
}
