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
        Ledger(
            figures: figures.sorted { $0.key < $1.key }.map { code, text in
                Report.Entry(code: IndicatorCode(code), figure: figure(text))
            }, relations: relations, isTextCertain: isTextCertain)
    }

    static func figure(_ text: String) -> Figure {
        if text == "missing" { return Figure(status: .missing) }
        if text.hasSuffix("?") {
            return Figure(value: Decimal(string: String(text.dropLast())), status: .suspect, printed: text)
        }
        // A lone dash would be read as 0.
        guard text.contains(where: \.isNumber), let value = Decimal(string: text) else {
            return Figure(status: .blank, printed: text)
        }
        return Figure(value: value, status: .printed, printed: text)
    }
}
