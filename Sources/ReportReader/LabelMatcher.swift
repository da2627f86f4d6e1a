internal import ReportForms

/// Compares printed labels with a form's, and remembers what it has compared: forms share most of their wording.
struct LabelMatcher {
    private var labels: [String: Label] = [:]
    private var known: [Pair: Double] = [:]

    private struct Pair: Hashable {
        var printed: [Unicode.Scalar]
        var wording: [Unicode.Scalar]
    }

    mutating func label(_ text: String) -> Label {
        if let label = labels[text] { return label }
        let label = Label(text)
        labels[text] = label
        return label
    }

    /// The best likeness of `printed` to any of `wordings`, with a small say for the numeral.
    mutating func likeness(_ printed: String, to wordings: [String]) -> Double {
        let mine = label(printed)
        guard !mine.isEmpty else { return 0 }
        return wordings.reduce(0) { best, wording in
            let other = label(wording)
            let pair = Pair(printed: mine.letters, wording: other.letters)
            let value: Double
            if let seen = known[pair] {
                value = seen
            } else {
                value = similarity(mine.letters, other.letters)
                known[pair] = value
            }
            guard value > 0, let a = mine.numeral, let b = other.numeral else { return max(best, value) }
            return max(best, a == b ? value + 0.04 : value - 0.08)
        }
    }
}
