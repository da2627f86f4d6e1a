internal import ReportForms

/// The words of figures' cells, made ready to be looked up.
struct FigureWords: Hashable, Sendable {
    /// What may follow a number: what agencies print, and the units of forms.
    let units: Set<String>
    /// Stands before a heading's unit.
    let unitLabels: [String]
    // Lists, not sets: they are short, and most texts that are asked about are labels, long to hash and soon told apart.
    private let none: [String]
    private let dashes: [Unicode.Scalar]

    init(_ words: ReportWords.Figures, formUnits: some Sequence<String> = []) {
        units = Set(words.units).union(formUnits)
        unitLabels = words.unitLabels
        none = words.none
        dashes = Array(words.dashes.unicodeScalars)
    }

    /// True for a word or dashes that say that there is nothing.
    func sayNone(_ text: String) -> Bool {
        // A lone 一 is a dash set in the wrong character or the number one: nobody can tell.
        none.contains(text) || text.unicodeScalars.allSatisfy(dashes.contains) && numeral(text) == nil
    }

    /// False for a letter or mark with which none of these begins.
    func mayBeginNone(_ scalar: Unicode.Scalar) -> Bool {
        dashes.contains(scalar) || none.contains { $0.unicodeScalars.first == scalar }
    }
}
