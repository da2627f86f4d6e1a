internal import DocumentModel
internal import ReportForms

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The words of figures' cells, made ready to be looked up.
struct FigureWords: Hashable, Sendable {
    /// What may follow a number: what agencies print, and the units of forms.
    let units: Set<String>
    /// Stands before a heading's unit.
    let unitLabels: [String]
    // Lists, not sets: they are short, and most texts that are asked about are labels, long to hash and soon told apart.
    private let none: [String]
    private let dashes: [Unicode.Scalar]
    private let more: [String]
    private let less: [String]

    init(_ words: ReportWords.Figures, formUnits: some Sequence<String> = []) {
        units = Set(words.units).union(formUnits)
        unitLabels = words.unitLabels
        none = words.none
        dashes = Array(words.dashes.unicodeScalars)
        (more, less) = (words.more, words.less)
    }

    /// True for a word or dashes that say that there is nothing.
    func sayNone(_ text: String) -> Bool {
        // A lone 一 is a dash set in the wrong character or the number one: nobody can tell.
        none.contains(text) || text.unicodeScalars.allSatisfy(dashes.contains) && numeral(text) == nil
    }

    /// A change with a word for its sign and what it is: 增加8, 减少3项. nil for anything else, a number with a sign of its own too.
    func change(in text: String) -> FigureText? {
        let text = foldedWithoutBlanks(text)
        func number(behind words: [String]) -> (value: Decimal, unit: String?)? {
            guard let word = words.first(where: text.hasPrefix), let digit = text.dropFirst(word.count).first,
                digit.isASCII, digit.isNumber,
                case .number(let value, let unit) = FigureText(String(text.dropFirst(word.count)), units: self)
            else { return nil }
            return (value, unit)
        }
        if let (value, unit) = number(behind: more) { return .number(value, unit: unit) }
        return number(behind: less).map { .number(-$0.value, unit: $0.unit) }
    }

    /// False for a letter or mark with which none of these begins.
    func mayBeginNone(_ scalar: Unicode.Scalar) -> Bool {
        dashes.contains(scalar) || none.contains { $0.unicodeScalars.first == scalar }
    }
}
