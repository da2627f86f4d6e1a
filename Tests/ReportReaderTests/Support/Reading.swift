import DocumentModel
import ReportForms
import ReportReader
import ReportStandard

/// Reads documents that a test has made up.
struct Reading {
    let reader: ReportReader

    init() throws { reader = ReportReader(forms: try FormLibrary.builtIn()) }

    static let source = Source(file: "made.pdf", sha256: "", kind: .pdf)

    func reports(_ blocks: [Block], quality: ReportReader.TextQuality = .certain) -> [Report] {
        reader.reports(in: blocks, source: Self.source, quality: quality)
    }

    /// The one report whose tables are `grids`, under a title.
    func report(_ grids: String..., quality: ReportReader.TextQuality = .certain) -> Report {
        reports(
            [.heading(TextBlock(text: "纸鸢县人民政府2023年政府信息公开工作年度报告"))]
                + grids.map { .table(Table(grid: $0)) },
            quality: quality)[0]
    }
}

extension Report {
    /// The findings of the kinds that a test is about.
    func findings(_ kinds: Finding.Kind...) -> [Finding] { findings.filter { kinds.contains($0.kind) } }

    /// The values of a row of the requests table, from natural persons to the total.
    func row(_ name: String) -> [Int?] {
        let columns = [
            "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation", "total",
        ]
        return columns.map { self["requests.\(name).\($0)"]?.value.map { Int("\($0)") ?? -999 } }
    }

    /// The codes of figures with this status, in the report's order.
    func codes(_ status: Figure.Status) -> [String] {
        figures.filter { $0.figure.status == status }.map(\.code.description)
    }
}

extension [Block] {
    /// Paragraphs, one a line.
    init(paragraphs text: String) {
        self = text.split(separator: "\n").map { .paragraph(TextBlock(text: String($0))) }
    }
}
