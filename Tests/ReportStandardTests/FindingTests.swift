import Foundation
import ReportStandard
import Testing

@Suite("Findings")
struct FindingTests {
    /// Names that output already in use relies on: one may be added, none renamed.
    private static let kinds = [
        "agency_unknown", "year_unknown", "year_conflict", "table_missing", "row_missing", "column_missing",
        "row_unknown", "column_unclear", "unit_differs", "table_repeated", "section_missing", "form_mixed",
        "cell_unclear", "check_failed", "misread_proposed", "prose_differs",
        "page_without_text", "text_untrusted", "page_damaged", "file_repaired",
    ]

    @Test("the kinds keep their names")
    func kinds() {
        #expect(Finding.Kind.allCases.map(\.rawValue) == Self.kinds)
    }

    @Test("the severities keep their names")
    func severities() {
        #expect(Finding.Severity.allCases.map(\.rawValue) == ["info", "warning", "error"])
    }

    @Test(
        "a finding is as severe as its kind, unless it says otherwise",
        arguments: [
            (Finding.Kind.tableMissing, Finding.Severity.error), (.pageWithoutText, .error), (.textUntrusted, .error),
            (.pageDamaged, .error), (.agencyUnknown, .warning), (.yearUnknown, .warning), (.yearConflict, .warning),
            (.rowUnknown, .warning), (.rowMissing, .warning), (.columnMissing, .warning), (.cellUnclear, .warning),
            (.checkFailed, .warning), (.columnUnclear, .warning), (.unitDiffers, .warning), (.formMixed, .info),
            (.tableRepeated, .info), (.sectionMissing, .info),
            (.fileRepaired, .info),
        ])
    func severity(kind: Finding.Kind, severity: Finding.Severity) {
        #expect(Finding(kind, message: "").severity == severity)
        #expect(Finding(kind, severity: .info, message: "").severity == .info)
    }

    @Test("a finding is written with its kind's name, and without what it is not about")
    func coding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(
            decoding: try encoder.encode(Finding(.rowMissing, message: "no row", code: "requests.new")), as: UTF8.self)
        #expect(text == #"{"code":"requests.new","kind":"row_missing","message":"no row","severity":"warning"}"#)
    }
}
