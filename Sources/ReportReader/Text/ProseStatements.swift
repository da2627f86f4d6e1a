internal import DocumentModel
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Numbers in a report's sentences that repeat figures of its tables: 受理申请17件, 不予公开3件, 行政许可120条.
///
/// They are worth a note where no reading of the table gives them, never a correction: a sentence may speak of one office while
/// the table covers a territory. Sentences about other years, other bodies, parts and shares say nothing. Which wordings repeat
/// which figures is a matter of the form, what sentences are made of one of the language.
struct ProseStatements {
    let wordings: [FormStatement]
    let words: ReportWords.Prose
    private let units: Set<Character>
    private let notBehindUnits: Set<Character>
    private let unitScalars: [Unicode.Scalar]

    init(_ wordings: [FormStatement], words: ReportWords.Prose) {
        self.wordings = wordings
        self.words = words
        units = Set(words.units.compactMap(\.first))
        notBehindUnits = Set(words.notBehindUnits.compactMap(\.first))
        unitScalars = units.compactMap(\.unicodeScalars.first)
    }

    /// Characters between a statement's words and its number.
    private static let longestGap = 14

    /// A sentence's number with what it may be.
    struct Statement: Hashable {
        var number: Int
        var wordings: [FormStatement]
        /// The clause, as printed.
        var text: String
    }

    /// The statements of a paragraph of a report on `year`.
    func statements(in paragraph: String, year: Int?) -> [Statement] {
        // Most paragraphs have no number, or none with a unit.
        guard paragraph.unicodeScalars.contains(where: { "0"..."9" ~= foldedScalar($0) }),
            paragraph.unicodeScalars.contains(where: unitScalars.contains)
        else { return [] }
        let sentences = foldedWithoutBlanks(paragraph).unicodeScalars.split { scalar in
            scalar == "。" || scalar == ";" || scalar == "!" || scalar == "?"
        }
        return sentences.flatMap { statements(inSentence: Substring($0), year: year) }
    }

    private func statements(inSentence sentence: Substring, year: Int?) -> [Statement] {
        guard Self.holdsDigit(sentence), !words.otherSubjects.contains(where: sentence.holds),
            !namesOtherYear(sentence, than: year)
        else { return [] }
        var isPart = false
        let clauses = sentence.unicodeScalars.split { $0 == "," || $0 == ":" || $0 == "(" }.map { Substring($0) }
        return clauses.flatMap { clause -> [Statement] in
            if words.partsBegin.contains(where: clause.holds) { isPart = true }
            guard Self.holdsDigit(clause), !words.partsAndChanges.contains(where: clause.holds) else { return [] }
            return numbers(in: clause).compactMap { number, lead in
                let found = wordings.filter { wording in
                    wording.words.contains { lead.ends(with: $0, gap: Self.longestGap) }
                        && wording.clauseWords?.contains(where: clause.holds) != false
                        && wording.sentenceWords?.contains(where: sentence.holds) != false
                        && (wording.mayBePart == true || !isPart)
                }
                return found.isEmpty ? nil : Statement(number: number, wordings: found, text: String(clause))
            }
        }
    }

    private func namesOtherYear(_ sentence: Substring, than year: Int?) -> Bool {
        let parts = sentence.split(separator: "年", omittingEmptySubsequences: false).dropLast()
        return parts.contains { part in
            guard let named = calendarYear(part.suffix(4)) else { return false }
            return named != year
        }
    }

    /// The numbers with a unit behind them, and what stands between each and the number before it.
    private func numbers(in clause: Substring) -> [(number: Int, lead: Substring)] {
        var found: [(Int, Substring)] = []
        var rest = clause
        while let start = rest.firstIndex(where: Self.isDigit) {
            let digits = rest[start...].prefix(while: Self.isDigit)
            let after = rest[digits.endIndex...]
            if let unit = after.first, units.contains(unit),
                after.dropFirst().first.map(notBehindUnits.contains) != true, digits.count < 10,
                let number = Int(digits)
            {
                found.append((number, rest[..<start]))
            }
            rest = after
        }
        return found
    }

    private static func holdsDigit(_ text: Substring) -> Bool { text.utf8.contains { 0x30...0x39 ~= $0 } }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }

    // MARK: Against the tables

    /// What the tables say about a statement: nil where a reading gives its number or one of them cannot be worked out.
    static func contradiction(
        of statement: Statement, in figures: [IndicatorCode: Figure]
    ) -> (code: IndicatorCode, readings: [Decimal])? {
        var all: [Decimal] = []
        var first: IndicatorCode?
        var together: Decimal = 0
        for wording in statement.wordings {
            let values = wording.sums.compactMap { sum(of: $0, in: figures) }
            // A group may be printed in one way only; of other readings each must be there.
            guard let value = values.first else { return nil }
            first = first ?? wording.sums.lazy.flatMap(\.self).map { IndicatorCode($0) }.first
            all += values
            together += value
        }
        if statement.wordings.count > 1 { all.append(together) }
        guard let first, !all.contains(Decimal(statement.number)) else { return nil }
        return (first, all)
    }

    private static func sum(of codes: [String], in figures: [IndicatorCode: Figure]) -> Decimal? {
        var sum: Decimal = 0
        for text in codes {
            let pattern = IndicatorCode(text)
            let own = figures.filter { code, _ in code.matches(pattern) }
            guard !own.isEmpty else { return nil }
            for figure in own.values {
                if figure.isCertain {
                    sum += figure.value ?? 0
                } else if !figure.isBlank || own.count == 1 {
                    return nil
                }
            }
        }
        return sum
    }

    /// Notes for a report whose figures and year are known.
    func findings(in blocks: [Block], report: Report) -> [Finding] {
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        var seen: Set<Statement> = []
        return blocks.compactMap(\.text).flatMap { block in
            statements(in: block.text, year: report.year).compactMap { statement in
                guard seen.insert(statement).inserted,
                    let (code, readings) = Self.contradiction(of: statement, in: figures)
                else { return nil }
                return Finding(
                    .proseDiffers,
                    [
                        .printed: statement.text, .number: "\(statement.number)",
                        .readings: distinct(readings.map(\.description)).joined(separator: " / "),
                    ], code: code.description, page: block.page, box: block.box)
            }
        }
    }
}

/// Each text once, in their order.
private func distinct(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
}

extension Substring {
    /// True where `word` stands at most `gap` characters before the end.
    fileprivate func ends(with word: String, gap: Int) -> Bool {
        suffix(gap + word.count).holds(word)
    }
}
