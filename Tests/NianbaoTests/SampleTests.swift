import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

/// The samples are read as a user reads them, and judged twice: against the JSON beside them, which a person has read
/// against the page, and against the figures they were made from.
struct SampleTests {
    /// The files made from known figures.
    static let made =
        Project.samplePDFs + [
            "bureau-2023-web-gbk.html", "town-2024-cells.txt", "county-2023-word.docx", "city-2022-workbook.xlsx",
            "township-2020-opendocument.odt", "district-2021-blank-spreadsheet.ods", "city-2022-fixed-pages.ofd",
        ]

    static func reports(of file: String) throws -> [Report] {
        let bytes = try FileBytes(name: "samples/\(file)", Array(Data(contentsOf: URL(filePath: Project.sample(file)))))
        return try ReportExtraction(forms: .builtIn()).reports(in: bytes)
    }

    @Test("there are samples to read")
    func count() {
        #expect(Self.made.count >= 8)
    }

    @Test("a sample gives the JSON beside it, byte for byte", arguments: made + ["dafeng-2024.md"])
    func golden(file: String) throws {
        let name = Self.name(file)
        let text = try ReportFormat.json.text(Self.reports(of: file), forms: .builtIn())
        try expectGolden(text, at: Project.sample(name + ".json"))
    }

    @Test("a sample's figures are those it was made from", arguments: made)
    func truth(file: String) throws {
        let name = Self.name(file)
        let report = try #require(try Self.reports(of: file).first)
        let data = try Data(contentsOf: URL(filePath: Project.sample("make/truth/\(name).json")))
        let truth = try #require(JSONDecoder().decode(Truth.self, from: data).documents.first)
        #expect(report.agency?.name == truth.agency)
        #expect(report.year == truth.year)
        #expect(report.form == truth.format)
        #expect(report.checks.filter { !$0.holds }.map(\.id).sorted() == (truth.failedChecks ?? []).sorted())
        for (code, expected) in truth.values {
            let figure = try #require(report[code], "\(code)")
            if let expected {
                #expect(figure.value == expected && figure.status == .printed, "\(code)")
            } else {
                // A cell left blank has no figure, or a 0 that the arithmetic fixes.
                #expect(figure.value == nil || figure.status == .recovered && figure.value == 0, "\(code)")
            }
        }
        let others = report.figures.filter { truth.values[$0.code.description] == nil }
        #expect(others.allSatisfy { $0.figure.status == .missing })
    }

    /// Without the ending.
    private static func name(_ file: String) -> String {
        file.split(separator: ".").dropLast().joined(separator: ".")
    }

    private struct Truth: Decodable {
        var documents: [Document]

        struct Document: Decodable {
            var agency: String
            var year: Int
            var format: String
            var values: [String: Decimal?]
            var failedChecks: [String]?

            enum CodingKeys: String, CodingKey {
                case agency, year, format, values
                case failedChecks = "failed_checks"
            }
        }
    }
}
