internal import DocumentModel
package import ReportForms
package import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds the numbers in a report's sentences that repeat figures of its tables, for showing them.
package struct RepeatedNumbers: Sendable {
    private let statements: [String: ProseStatements]

    package init(forms: FormLibrary) {
        let words = forms.words.prose
        statements = Dictionary(
            forms.forms.map { ($0.form, ProseStatements($0.statements ?? [], words: words)) }
        ) { first, _ in first }
    }

    /// A number in a text.
    package struct Mark: Hashable, Sendable {
        /// Where its digits stand, in UTF-16 units.
        package var start: Int
        package var length: Int
        /// The figure that it repeats, or the first of those whose sum it is.
        package var code: IndicatorCode
        /// False where no reading of the tables gives it.
        package var agrees: Bool
    }

    /// The marks of a paragraph of `report`, in the order of the text.
    package func marks(in paragraph: String, of report: Report, figures: [IndicatorCode: Figure]) -> [Mark] {
        guard let statements = report.form.flatMap({ statements[$0] }) else { return [] }
        var runs = Self.digitRuns(of: paragraph)[...]
        return statements.statements(in: paragraph, year: report.year).compactMap { statement in
            // Statements come in the order of the text: what stands before one is none of a later one.
            guard let place = runs.firstIndex(where: { $0.number == statement.number }) else { return nil }
            let run = runs[place]
            runs = runs[(place + 1)...]
            let patterns = statement.wordings.lazy.flatMap(\.sums).flatMap(\.self).map { IndicatorCode($0) }
            let code = patterns.compactMap { pattern in
                figures.keys.filter { $0.matches(pattern) && figures[$0]?.status != .missing }.min()
            }.first
            guard let code else { return nil }
            let agrees = ProseStatements.contradiction(of: statement, in: figures) == nil
            return Mark(start: run.start, length: run.length, code: code, agrees: agrees)
        }
    }

    private static func digitRuns(of text: String) -> [(number: Int, start: Int, length: Int)] {
        var runs: [(number: Int, start: Int, length: Int)] = []
        var digits = ""
        var start = 0
        func end(at place: Int) {
            if let number = Int(digits) { runs.append((number, start, place - start)) }
            digits = ""
        }
        var place = 0
        for scalar in text.unicodeScalars {
            let folded = foldedScalar(scalar)
            if "0"..."9" ~= folded {
                if digits.isEmpty { start = place }
                digits.unicodeScalars.append(folded)
            } else if !digits.isEmpty {
                end(at: place)
            }
            place += scalar.utf16.count
        }
        if !digits.isEmpty { end(at: place) }
        return runs
    }
}
