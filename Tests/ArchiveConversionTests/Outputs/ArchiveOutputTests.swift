import DocumentModel
import Foundation
import GRDB
import ReportForms
import ReportStandard
import SheetWriter
import TestSupport
import Testing

@testable import ArchiveConversion
@testable import Nianbao

@Suite("Outputs of a conversion")
struct ArchiveOutputTests {
    private let folder: TemporaryFolder
    private let context: OutputContext

    init() throws {
        folder = try TemporaryFolder()
        context = OutputContext(
            files: ["a.pdf", "b.pdf", "c.pdf"].map { InputFile(path: $0, place: $0) }, states: [],
            forms: try FormLibrary.builtIn(), ledger: try Ledger(path: folder.path("ledger")), tool: "9")
    }

    private var inputs: [LoadedInput] {
        var doubtful = Figure(value: 5, status: .suspect, printed: "S", page: 2, box: Box(x0: 1, y0: 2, x1: 3, y1: 4))
        doubtful.evidence = ["requests.balance.total", "requests.sum"]
        doubtful.doubts = Array(Doubt.allCases.prefix(2))
        let report = Made.report(
            figures: [
                "requests.new.total": doubtful, "requests.carried_in.total": Made.number(7),
                "requests.unknown": Made.number(3, .recovered),
            ])
        var first = Made.input("a.pdf", .reports([report]))
        first.findings = [
            .init(report: ReportIdentity(report), finding: Finding(.tableMissing, [.table: "x"], code: "t"))
        ]
        return [
            first, Made.input("b.pdf", .failed(name: "exit", detail: "the reader ended with exit code 3")),
            Made.input("c.pdf", .duplicate(of: "a.pdf")),
            Made.input("d.exe", .skipped(name: "unknown_kind", detail: "a program, which is not read")),
        ]
    }

    private func write(_ name: String) async throws {
        let target = try #require(OutputTarget(path: folder.path(name), isFolder: false))
        if target.isFolder {
            try FileManager.default.createDirectory(atPath: target.path, withIntermediateDirectories: true)
        }
        let output = try target.kind.init(path: target.path, of: context)
        // Made in another order than they are taken in.
        var pieces: [@Sendable () async throws -> Void] = []
        for input in inputs.reversed() { pieces.append(try output.prepare(input)) }
        for append in pieces.reversed() { try await append() }
        try await output.finish()
    }

    @Test(
        "none is there before it is finished, and one that is not leaves nothing",
        arguments: ["o.ndjson", "o.csv", "o.sqlite", "o.xlsx"])
    func unfinished(name: String) async throws {
        let target = try #require(OutputTarget(path: folder.path(name), isFolder: false))
        do {
            let output = try target.kind.init(path: target.path, of: context)
            for input in inputs { try await output.prepare(input)() }
            #expect(!FileManager.default.fileExists(atPath: target.path))
        }
        #expect(try folder.names == ["ledger"])
        try await write(name)
        #expect(FileManager.default.fileExists(atPath: target.path))
    }

    @Test("evidence and doubts are lists parted by blanks, at the end of the rows of CSV")
    func csv() async throws {
        try await write("o.csv")
        let lines = try folder.text("o.csv").split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[0].hasSuffix(",y1,evidence,doubts"))
        let doubts = Doubt.allCases.prefix(2).map(\.rawValue).joined(separator: " ")
        #expect(
            lines.contains {
                $0.contains(",requests.new.total,")
                    && $0.hasSuffix(",1.0,2.0,3.0,4.0,requests.balance.total requests.sum,\(doubts)")
            })
        #expect(lines.contains { $0.contains(",requests.carried_in.total,") && $0.hasSuffix(",7,printed,7,2,,,,,,") })
        #expect(try folder.text("o.findings.csv").split(separator: "\n").count == 2)
    }

    @Test("a database has all inputs, with what stands in CSV under its names")
    func database() async throws {
        try await write("o.sqlite")
        let database = try DatabaseQueue(path: folder.path("o.sqlite"))
        try await database.read { db in
            let documents = try Row.fetchAll(
                db,
                sql:
                    "SELECT file, document, outcome, failure, failure_detail, duplicate_of, pages FROM documents ORDER BY id"
            )
            #expect(
                documents == [
                    [
                        "file": "a.pdf", "document": 1, "outcome": "read", "failure": nil, "failure_detail": nil,
                        "duplicate_of": nil, "pages": 3,
                    ],
                    [
                        "file": "b.pdf", "document": nil, "outcome": "failed", "failure": "exit",
                        "failure_detail": "the reader ended with exit code 3", "duplicate_of": nil, "pages": nil,
                    ],
                    [
                        "file": "c.pdf", "document": nil, "outcome": "duplicate", "failure": nil, "failure_detail": nil,
                        "duplicate_of": "a.pdf", "pages": nil,
                    ],
                    [
                        "file": "d.exe", "document": nil, "outcome": "skipped", "failure": "unknown_kind",
                        "failure_detail": "a program, which is not read", "duplicate_of": nil, "pages": nil,
                    ],
                ])
            let figure = try Row.fetchOne(
                db,
                sql:
                    "SELECT form_table, value, status, printed, page, x0, y1, evidence, doubts FROM figures WHERE code = 'requests.new.total'"
            )
            #expect(
                figure == [
                    "form_table": "requests", "value": 5, "status": "suspect", "printed": "S", "page": 2, "x0": 1.0,
                    "y1": 4.0,
                    "evidence": "requests.balance.total requests.sum",
                    "doubts": Doubt.allCases.prefix(2).map(\.rawValue).joined(separator: " "),
                ])
            let finding = try Row.fetchOne(db, sql: "SELECT document_id, number, kind, code FROM findings")
            #expect(finding == ["document_id": 1, "number": 1, "kind": "table_missing", "code": "t"])
            #expect(
                try Row.fetchOne(
                    db, sql: "SELECT files_read, files_failed, files_duplicate, files_skipped, reports FROM runs")
                    == ["files_read": 1, "files_failed": 1, "files_duplicate": 1, "files_skipped": 1, "reports": 1])
        }
    }

    @Test("a spreadsheet has a row an input, and those figures on a sheet of their own that were not simply read")
    func workbook() throws {
        let output = try WorkbookOutput(path: folder.path("o.xlsx"), of: context)
        let pieces = inputs.map(output.render)
        #expect(pieces.map(\.documents.count) == [1, 1, 1, 1])
        let documents = DocumentColumns.all.columns(in: .sheet).map(\.name)
        #expect(pieces.allSatisfy { $0.documents.allSatisfy { $0.count == documents.count } })
        let outcome = try #require(documents.firstIndex(of: "outcome"))
        #expect(
            pieces.map { $0.documents[0][outcome].value }
                == [.text("read"), .text("failed"), .text("duplicate"), .text("skipped")])
        let names = FigureColumns.all.columns(in: .sheet).map(\.name)
        #expect(names.suffix(2) == ["evidence", "doubts"])
        let doubtful = pieces[0].doubtful.map { Dictionary(uniqueKeysWithValues: zip(names, $0.map(\.value))) }
        #expect(doubtful.compactMap { $0["code"] } == [.text("requests.new.total"), .text("requests.unknown")])
        #expect(doubtful[0]["evidence"] == .text("requests.balance.total requests.sum"))
        #expect(doubtful[1]["doubts"] == SheetCell.Value.none)
        let table = try #require(pieces[0].tables.first { $0.table.name == "2021 requests" })
        #expect(table.cells.count == table.table.header.count)
    }

    @Test("a folder has a file for each input that was read, and loses those of inputs that are gone")
    func folderOfFiles() async throws {
        try folder.write("o/gone.pdf.json", "{}")
        try context.ledger.setWritten(["gone.pdf"])
        try await write("o")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("o")).sorted() == [
                "a.pdf.json", "findings.ndjson",
            ])
        #expect(try folder.text("o/findings.ndjson").split(separator: "\n").count == 1)
    }
}
