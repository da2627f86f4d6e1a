import DocumentModel
import FileAccess
import Foundation
import ReportForms
import ReportStandard
import TestSupport

@testable import ArchiveConversion
@testable import Nianbao
@testable import Review

/// A conversion of a few made reports, as a ledger.
struct MadeConversion {
    let folder: TemporaryFolder
    let forms: FormLibrary
    var ledger: String { folder.path("figures.sqlite.ledger") }
    var decisions: String { folder.path("figures.decisions.ndjson") }

    /// What a hostile publisher may call things.
    static let hostile = #"<script>document.title="owned"</script><img src=x onerror="alert(1)">&amp;'"#

    init() async throws {
        folder = try TemporaryFolder()
        forms = try FormLibrary.builtIn()
        try fill([Self.report(0, agency: "甲县人民政府"), Self.report(1, agency: Self.hostile)])
    }

    /// Makes the ledger one of these reports, as a conversion that is made again does.
    func fill(_ reports: [Report]) throws {
        let ledger = try Ledger(path: ledger)
        let files = reports.map { InputFile(path: $0.source.file, place: $0.source.file) }
        var stored: [Ledger.StoredReport] = []
        for (number, report) in reports.enumerated() {
            let json = Array((try JSONText.line(report) + "\n").utf8)
            let outcome = FileOutcome(
                id: number, path: files[number].path,
                result: .success(ReadReports(count: 1, suspects: 1, json: json)), attempts: 1, seconds: 1, memory: 1,
                sha256: report.source.sha256)
            try ledger.record([.init(key: files[number].path, outcome: outcome)], tool: "9")
            var input = LoadedInput(file: files[number], content: .reports([report]), key: files[number].path)
            input.items = [ReviewItems(forms: forms).items(of: report, findings: report.findings)]
            stored += Ledger.StoredReport.all(of: input, number: number + 1)
        }
        try ledger.setFiles(files.map { .init(path: $0.path, outcome: "read", reason: nil, detail: nil) })
        try ledger.setReports(stored)
    }

    static let code = IndicatorCode("requests.new.natural_person")

    /// A row of applicants of which one is in doubt and breaks the sum, and a figure that is missing.
    static func report(_ number: Int, agency: String) -> Report {
        var figures = ["business", "research", "social_welfare", "legal_service", "other_organisation"].map {
            Report.Entry(code: .init("requests.new.\($0)"), figure: Figure(value: 1, status: .printed, printed: "1"))
        }
        let doubtful = Figure(
            value: 16, status: .suspect, printed: "16\(hostile)", page: 1, box: Box(x0: 10, y0: 20, x1: 30, y1: 40),
            evidence: ["requests.applicants.new"], doubts: [.readOnce, .sumFails], readings: [15])
        figures.insert(.init(code: code, figure: doubtful), at: 0)
        figures.append(
            .init(code: .init("requests.new.total"), figure: Figure(value: 20, status: .printed, printed: "20")))
        figures.append(.init(code: .init("requests.carried_in.total"), figure: Figure(status: .missing)))
        return Report(
            source: Source(
                file: "\(number).pdf", sha256: String(repeating: "\(number)", count: 64), kind: .pdf, pages: 1),
            agency: Agency(name: agency), year: 2023, form: "2021", preamble: [hostile], figures: figures,
            checks: [Check(id: "requests.applicants.new", left: 21, right: 20)],
            findings: [Finding(.checkFailed, code: "requests.applicants.new", left: 21, right: 20)])
    }

    func desk(_ reviewer: String = "王芳") async throws -> ReviewDesk {
        let desk = ReviewDesk(
            store: try ReviewStore(ledger: ledger, forms: forms), decisionsPath: decisions, reviewer: reviewer,
            forms: forms)
        try await desk.refresh()
        return desk
    }

    /// A server that runs until the task is cancelled, and its address.
    func serve() async throws -> (task: Task<Void, any Error>, address: URL) {
        let server = try await ReviewServer(
            .init(ledger: ledger, decisions: decisions, reviewer: "王芳", title: "figures"), forms: forms)
        let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
        let task = Task { try await server.run { continuation.yield($0) } }
        for await address in addresses {
            if let url = URL(string: address) { return (task, url) }
        }
        throw CancellationError()
    }
}
