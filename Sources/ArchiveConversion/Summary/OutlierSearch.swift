internal import Posix
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Looks for outliers among the figures that no total of their form includes: totals themselves, and what no arithmetic checks.
///
/// An outlier is at least ten times what one would expect, or a tenth. Beside its peers, moreover, its modified z-score, on the logarithm
/// of the figure plus one, is beyond 3.5: 0.6745 times its distance from the median, in median absolute deviations (Iglewicz and Hoaglin,
/// How to Detect and Handle Outliers, 1993). Counts of requests spread over orders of magnitude, so that only their logarithms are alike.
struct OutlierSearch {
    /// Fewer peers say nothing.
    static let leastPeers = 12
    /// The largest score that is nothing special.
    static let mostScore = 3.5
    /// How many times a figure must be the expected one, or the other way round.
    static let leastGrowth = 10.0
    /// By how much it must differ from that of the year before: 1 after 0 is no news.
    static let leastDifference = 100.0

    private struct Peers: Hashable {
        var year: Int
        var form: String
        var level: Agency.Level?
        var isDepartment: Bool?
        var code: IndicatorCode
    }

    private struct Value {
        var number: Double
        /// Its place among the identities.
        var report: Int
    }

    private struct Identity {
        var file: String
        var document: Int
        var agency: String?
        var year: Int?
        var form: String?
        var level: Agency.Level?
    }

    /// By form, in the form's order.
    private let codes: [String: [Form.Indicator]]
    private var values: [Peers: [Value]] = [:]
    private var identities: [Identity] = []
    private var jumps: [Outlier] = []

    init(forms: FormLibrary) {
        codes = Dictionary(
            zip(forms.forms, forms.indicators).map { form, indicators in
                let parts = Set(
                    form.relations(between: indicators).filter { $0.right.count == 1 }.flatMap(\.left))
                return (form.form, indicators.filter { !parts.contains($0.code) })
            }
        ) { first, _ in first }
    }

    /// - Parameter before: of the agency's report on the year before, by their codes; empty where there is none.
    mutating func add(_ report: Report, before: [IndicatorCode: Decimal]) {
        guard let form = report.form, let year = report.year, let codes = codes[form] else { return }
        let identity = Identity(
            file: report.source.file, document: report.source.document, agency: report.agency?.name, year: year,
            form: form, level: report.agency?.level)
        identities.append(identity)
        let numbers = report.certainNumbers
        for indicator in codes {
            guard let decimal = numbers[indicator.code], let number = Double("\(decimal)"), number >= 0 else {
                continue
            }
            let peers = Peers(
                year: year, form: form, level: identity.level, isDepartment: report.agency?.department,
                code: indicator.code)
            values[peers, default: []].append(Value(number: number, report: identities.count - 1))
            if let earlier = before[indicator.code].flatMap({ Double("\($0)") }), earlier >= 0,
                abs(number - earlier) >= Self.leastDifference,
                max(number, earlier) >= Self.leastGrowth * max(1, min(number, earlier))
            {
                jumps.append(outlier(identity, indicator, number, .yearBefore, usual: earlier))
            }
        }
    }

    /// All that were found, the farthest first.
    func outliers() -> [Outlier] {
        var found = jumps
        for (peers, values) in values where values.count >= Self.leastPeers {
            guard let indicator = codes[peers.form]?.first(where: { $0.code == peers.code }) else { continue }
            let logarithms = values.map { log10($0.number + 1) }
            let middle = median(logarithms)
            let deviation = median(logarithms.map { abs($0 - middle) })
            // Where more than half are the same, the mean says how far is far; for a normal distribution both do it alike.
            let mean = logarithms.reduce(0) { $0 + abs($1 - middle) } / Double(values.count)
            let scale = deviation > 0 ? deviation / 0.6745 : mean * 1.2533
            guard scale > 0 else { continue }
            let usual = median(values.map(\.number))
            for (value, logarithm) in zip(values, logarithms)
            where abs(logarithm - middle) / scale > Self.mostScore {
                let one = outlier(identities[value.report], indicator, value.number, .peers, usual: usual)
                if one.distance >= Self.leastGrowth { found.append(one) }
            }
        }
        return found.sorted {
            if $0.distance != $1.distance { return $0.distance > $1.distance }
            return ($0.file, $0.document, $0.code, $0.comparison.rawValue)
                < ($1.file, $1.document, $1.code, $1.comparison.rawValue)
        }
    }

    private func outlier(
        _ identity: Identity, _ indicator: Form.Indicator, _ value: Double, _ comparison: Outlier.Comparison,
        usual: Double
    ) -> Outlier {
        let english = indicator.englishRowLabels + indicator.englishColumnLabels
        let chinese = (indicator.rowLabels + indicator.columnLabels).joined(separator: " / ")
        return Outlier(
            file: identity.file, document: identity.document, agency: identity.agency, year: identity.year,
            form: identity.form, level: identity.level, code: indicator.code.description,
            labelEnglish: english.contains("") ? chinese : english.joined(separator: " / "), labelChinese: chinese,
            value: value, comparison: comparison, usual: usual)
    }
}

extension Report {
    /// Figures that nothing contradicts.
    var certainNumbers: [IndicatorCode: Decimal] {
        var numbers: [IndicatorCode: Decimal] = [:]
        for entry in figures where entry.figure.isCertain {
            numbers[entry.code] = entry.figure.value
        }
        return numbers
    }
}

private func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
