internal import DocumentModel
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Figures that sentences tell where a report has no table: 主动公开政府信息137条，其中网站106条、微信30条.
///
/// Which wordings tell which figures is a matter of the form. A table always wins: where a report has one, nothing is told.
struct ToldFigures {
    /// In the order of the form.
    private(set) var entries: [Report.Entry] = []

    /// - Parameters:
    ///   - report: whose agency, year and findings are known.
    ///   - origin: of the document's text.
    init(
        in blocks: [Block], report: Report, forms: [IndexedForm], words: ReportWords.Prose,
        origin: TextEvidence.Origin
    ) {
        guard report.figures.isEmpty, let year = report.year else { return }
        let recognized = Set(report.findings.filter { $0.kind == .pageRecognized }.map(\.page))
        for tellings in forms.compactMap(\.form.told) where Self.hold(tellings, year: year) {
            var told: [String: [Place]] = [:]
            for block in blocks.compactMap(\.text) where block.text.contains(where: \.isNumber) {
                for sentence in block.text.split(whereSeparator: { "。;；!！?？\n".contains($0) }) {
                    let read = ToldSentence(
                        sentence, tellings: tellings, year: year, agency: report.agency?.name,
                        partsBegin: words.partsBegin)
                    for statement in read.statements {
                        let isRecognized = recognized.contains(block.page) || recognized.contains(nil)
                        told[statement.telling.code, default: []].append(
                            Place(statement: statement, block: block, isRecognized: isRecognized))
                    }
                }
            }
            entries += tellings.figures.compactMap { Self.entry($0, told: told, tellings: tellings, origin: origin) }
        }
    }

    private struct Place {
        var statement: ToldSentence.Statement
        var block: TextBlock
        /// Read off a picture.
        var isRecognized: Bool
    }

    private static func hold(_ tellings: FormTellings, year: Int) -> Bool {
        guard let first = tellings.years.first, let last = tellings.years.last else { return false }
        return first <= year && year <= last
    }

    private static func entry(
        _ telling: FormTelling, told: [String: [Place]], tellings: FormTellings, origin: TextEvidence.Origin
    ) -> Report.Entry? {
        guard let places = told[telling.code], let place = places.first else { return nil }
        var evidence = Evidence(content: .number)
        evidence.text.origin = origin
        if place.isRecognized { evidence.text.certainty = .single }
        let sum = partsSum(of: telling.partOf ?? telling.code, told: told, tellings: tellings)
        let whole = told[telling.partOf ?? telling.code]?.first?.statement.value
        var prose = ProseEvidence()
        prose.isContradicted = places.contains { $0.statement.value != place.statement.value }
        if telling.partOf != nil {
            prose.addsUp = sum != nil && sum == whole
        } else if let sum, let whole {
            // A list of parts may leave some out, but not hold more than the whole.
            prose.addsUp = sum <= whole
        }
        evidence.prose = prose
        if let sum, sum == whole, sum != 0 { evidence.arithmetic.confirmations = 1 }
        let verdict = verdict(evidence)
        let figure = Figure(
            value: place.statement.value, status: verdict.status, printed: place.statement.clause,
            unit: place.statement.unit, page: place.block.page, box: place.block.box, source: .prose,
            doubts: verdict.status == .suspect ? verdict.doubts : [])
        return Report.Entry(code: IndicatorCode(telling.code), figure: figure)
    }

    /// The sum of the parts that sentences tell; nil where they tell none.
    private static func partsSum(
        of whole: String, told: [String: [Place]], tellings: FormTellings
    ) -> Decimal? {
        let parts = tellings.figures.filter { $0.partOf == whole }.compactMap { told[$0.code]?.first?.statement.value }
        return parts.isEmpty ? nil : parts.reduce(0, +)
    }
}
