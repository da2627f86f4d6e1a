import Foundation
import ReportForms
import ReportStandard

@testable import ArchiveConversion
@testable import Nianbao

/// Reports and outcomes with little in them.
enum Made {
    static func report(
        _ file: String = "a.pdf", document: Int = 1, agency: String? = "琥珀市水务局", level: Agency.Level? = nil,
        year: Int? = 2023, form: String? = "2021", figures: [String: Figure] = [:], findings: [Finding] = []
    ) -> Report {
        Report(
            source: Source(file: file, sha256: "77", kind: .pdf, pages: 3, document: document),
            agency: agency.map { Agency(name: $0, level: level) }, year: year, form: form,
            figures: figures.sorted { $0.key < $1.key }.map { .init(code: IndicatorCode($0.key), figure: $0.value) },
            findings: findings)
    }

    static func number(_ value: Int, _ status: Figure.Status = .printed) -> Figure {
        Figure(value: Decimal(value), status: status, printed: "\(value)", page: 2)
    }

    static func outcome(_ id: Int, _ path: String, _ reports: [Report], sha256: String? = nil) throws -> FileOutcome {
        let json = Array(try JSONText.lines(reports).utf8)
        return FileOutcome(
            id: id, path: path, result: .success(ReadReports(count: reports.count, suspects: 0, json: json)),
            attempts: 1, seconds: 0.5, memory: 1 << 20, sha256: sha256)
    }

    static func outcome(_ id: Int, _ path: String, _ cause: FailureCause) -> FileOutcome {
        FileOutcome(id: id, path: path, result: .failure(cause), attempts: 2, seconds: 1, memory: 0, sha256: nil)
    }

    static func input(_ path: String, _ content: LoadedInput.Content) -> LoadedInput {
        LoadedInput(file: InputFile(path: path, place: path), content: content)
    }
}
