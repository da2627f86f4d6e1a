import Foundation
import ReportForms
import ReportStandard

@testable import ReportReader

/// Ledgers written down in short.
enum MadeLedger {
    /// A line a relation, such as `row: a + b = t`.
    static func relations(_ text: String) -> [Relation] {
        text.split(separator: "\n").map { line in
            let parts = line.split(separator: ":")
            let sides = parts[1].split(separator: "=").map { side in
                side.split(separator: "+").map { IndicatorCode($0.filter { $0 != " " }) }
            }
            return Relation(id: String(parts[0]), left: sides[0], right: sides[1])
        }
    }

    /// - Parameter figures: code and printed text; `?` cannot be read, `1?` is 1 in doubt, `missing` is not in the document.
    static func ledger(_ figures: [String: String], relations: [Relation], isTextCertain: Bool) -> Ledger {
        let origin: TextEvidence.Origin = isTextCertain ? .published : .copied
        return Ledger(
            figures.sorted { $0.key < $1.key }.map { code, text in reading(code, text, origin: origin) },
            relations: relations, origin: origin)
    }

    static func reading(_ code: String, _ text: String, origin: TextEvidence.Origin) -> FigureReading {
        let isDoubtful = text.hasSuffix("?")
        // A lone dash would be read as 0.
        let value =
            text.contains(where: \.isNumber) ? Decimal(string: isDoubtful ? String(text.dropLast()) : text) : nil
        let content: Evidence.Content =
            text == "missing" ? .absent : value != nil ? .number : isDoubtful ? .unreadable : .blank
        var reading = FigureReading(
            code: IndicatorCode(code), figure: Figure(value: value, status: .blank, printed: text),
            evidence: Evidence(content: content, text: TextEvidence(origin: origin)))
        if isDoubtful { reading.doubt(.columnUnclear) }
        return reading
    }
}
