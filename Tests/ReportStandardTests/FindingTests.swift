import Foundation
import ReportStandard
import Testing

@Suite("Findings")
struct FindingTests {
    /// Names that output already in use relies on: one may be added, none renamed.
    private static let kinds = [
        "agency_unknown", "agency_unclear", "year_unknown", "year_conflict", "table_missing", "row_missing",
        "column_missing",
        "row_unknown", "column_unclear", "unit_differs", "table_repeated", "section_missing", "form_mixed",
        "cell_unclear", "check_failed", "misread_proposed", "prose_differs",
        "page_without_text", "page_recognized", "text_untrusted", "page_damaged", "file_repaired",
        "hidden_omitted", "changes_accepted", "years_disagree", "reports_differ",
        "decision_outdated",
    ]

    @Test("the kinds keep their names")
    func kinds() {
        #expect(Finding.Kind.allCases.map(\.rawValue) == Self.kinds)
    }

    @Test("the severities go from a note to an error")
    func severities() {
        #expect(Finding.Severity.allCases.map(\.rawValue) == ["note", "warning", "error"])
        #expect(Finding.Severity.allCases.sorted() == [.note, .warning, .error])
    }

    @Test(
        "a finding is as severe as its kind, unless it says otherwise",
        arguments: [
            (Finding.Kind.tableMissing, Finding.Severity.error), (.pageWithoutText, .error), (.textUntrusted, .error),
            (.pageDamaged, .error), (.agencyUnknown, .warning), (.agencyUnclear, .warning), (.yearUnknown, .warning),
            (.yearConflict, .warning),
            (.rowUnknown, .warning), (.rowMissing, .warning), (.columnMissing, .warning), (.cellUnclear, .warning),
            (.checkFailed, .warning), (.columnUnclear, .warning), (.unitDiffers, .warning), (.yearsDisagree, .warning),
            (.reportsDiffer, .warning), (.formMixed, .note), (.tableRepeated, .note), (.sectionMissing, .note),
            (.fileRepaired, .note),
        ])
    func severity(kind: Finding.Kind, severity: Finding.Severity) {
        #expect(Finding(kind).severity == severity)
        #expect(Finding(kind, severity: .note).severity == .note)
    }

    @Test(
        "a message is made from the finding's values, in either language",
        arguments: [
            (
                Finding(.checkFailed, code: "requests.balance.total", left: 200, right: 202.5),
                "requests.balance.total: 200 on the left, 202.5 on the right",
                "勾稽关系requests.balance.total不成立：左边为200，右边为202.5"
            ),
            (Finding(.tableMissing), "no table of a known form", "没有任何已知格式的表格"),
            (Finding(.tableMissing, [.table: "主动公开政府信息情况"]), "no table 主动公开政府信息情况", "没有表格“主动公开政府信息情况”"),
            (
                Finding(.cellUnclear, [.printed: "0/0", .reason: "not_one_number"], code: "a.b"),
                "a.b reads “0/0”: not one number", "a.b印作“0/0”：不是一个数"
            ),
            (Finding(.pageDamaged, page: 3), "page 3 draws too much; it was read in part", "第3页内容过多，只读取了一部分"),
            (
                Finding(.pageDamaged), "the page's elements are nested too deeply; it was read in part",
                "网页元素嵌套过深，只读取了一部分"
            ),
            (Finding(.pageWithoutText, [.reason: "image"], page: 2), "page 2 is an image without text", "第2页是没有文字的图像"),
        ])
    func messages(finding: Finding, english: String, chinese: String) {
        #expect(finding.message == english)
        #expect(finding.message(in: .english) == english)
        #expect(finding.message(in: .chinese) == chinese)
    }

    @Test("braces in what a document prints stay as they are")
    func braces() {
        #expect(
            Finding(.rowUnknown, [.row: "{left} | {"], left: 1).message == "a row the form does not have: {left} | {")
    }

    @Test("a finding whose values are not known is told by what its kind means", arguments: Finding.Kind.allCases)
    func withoutValues(kind: Finding.Kind) {
        for language in Language.allCases {
            let message = Finding(kind).message(in: language)
            #expect(!message.isEmpty && !message.contains("{"))
        }
    }

    @Test("with all values known both languages name the same ones", arguments: Finding.Kind.allCases)
    func placeholders(kind: Finding.Kind) {
        let details = Dictionary(uniqueKeysWithValues: Finding.Detail.allCases.map { ($0, "<\($0.rawValue)>") })
        let finding = Finding(kind, details, code: "<code>", left: 987_001, right: 987_002, page: 987_003)
        func named(_ text: String) -> [String] {
            text.matches(of: /<[a-z_]+>|98700[123]/).map { String($0.output) }.sorted()
        }
        #expect(named(finding.message(in: .english)) == named(finding.message(in: .chinese)))
    }

    @Test("every kind, severity and reason is told in Chinese and in English")
    func languages() {
        let wordings =
            Finding.Kind.allCases.map(\.meaning) + Finding.Severity.allCases.map(\.wording)
            + Finding.Reason.allCases.map(\.wording)
        for wording in wordings {
            #expect(wording.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(wording)")
            #expect(!wording.en.isEmpty && !wording.en.unicodeScalars.contains { $0.properties.isIdeographic })
        }
        #expect(Set(Finding.Kind.allCases.map(\.meaning)).count == Finding.Kind.allCases.count)
    }

    @Test("a finding is written with its message and the values it is made from, without what it is not about")
    func coding() throws {
        let finding = Finding(.rowMissing, [.row: "六、其他"], code: "requests.new")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        func text() throws -> String { String(decoding: try encoder.encode(finding), as: UTF8.self) }
        let rest = #""severity":"warning"}"#
        let start = #"{"code":"requests.new","details":{"row":"六、其他"},"kind":"row_missing","message":"#
        #expect(try text() == start + #""no row 六、其他","# + rest)
        encoder.userInfo[.language] = Language.chinese
        #expect(try text() == start + #""没有行“六、其他”","# + rest)
        #expect(try JSONDecoder().decode(Finding.self, from: Data(text().utf8)) == finding)
    }
}

@Suite("The language of a locale")
struct LanguageTests {
    @Test(
        "the first of LC_ALL, LC_MESSAGES and LANG that is set decides; all but Chinese is English",
        arguments: [
            ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "zh"], .chinese),
            (["LANG": "zh-Hant"], .chinese), (["LANG": "de_DE.UTF-8"], .english), (["LANG": "zhx_XX"], .english),
            (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english), (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], .chinese),
            (["LC_MESSAGES": "zh_SG", "LANG": "en_GB"], .chinese),
            (["LC_ALL": "en_GB", "LC_MESSAGES": "zh_SG"], .english),
        ])
    func locale(environment: [String: String], language: Language) {
        #expect(Language(environment: environment) == language)
    }
}
