/// Which letters stand in which wordings: how many of them a label has in common with each is counted for all at once.
struct WordingLetters: Sendable {
    private let wordings: [Label]
    /// For every letter the wordings that have it once or more, those that have it twice or more, and so on.
    private let holders: [Unicode.Scalar: [[Int]]]

    init(_ wordings: [Label]) {
        self.wordings = wordings
        var holders: [Unicode.Scalar: [[Int]]] = [:]
        for (number, wording) in wordings.enumerated() {
            var seen: [Unicode.Scalar: Int] = [:]
            for letter in wording.letters {
                let before = seen[letter, default: 0]
                seen[letter] = before + 1
                if holders[letter, default: []].count == before { holders[letter, default: []].append([]) }
                holders[letter]?[before].append(number)
            }
        }
        self.holders = holders
    }

    /// The wordings that a label is like at all, with how it agrees with each.
    func matches(of label: Label) -> [WordingMatch] {
        let common = common(label.letters)
        let core = label.core ?? []
        let commonInCore = label.core.map(self.common)
        var matches: [WordingMatch] = []
        for (number, wording) in wordings.enumerated() {
            var likeness = similarity(label.letters, wording.letters, common: common[number])
            if likeness < Likeness.same, let commonInCore {
                likeness = max(likeness, similarity(core, wording.letters, common: commonInCore[number]) - 0.02)
            }
            guard likeness > 0 else { continue }
            var match = WordingMatch(wording: Int32(number), numeral: .unsaid, similarity: likeness)
            if let mine = label.numeral, let other = wording.numeral { match.numeral = mine == other ? .same : .other }
            matches.append(match)
        }
        return matches
    }

    /// For every wording how many letters it has in common with `letters`, in any order.
    private func common(_ letters: [Unicode.Scalar]) -> [Int] {
        var counts = [Int](repeating: 0, count: wordings.count)
        for (place, letter) in letters.enumerated() {
            guard let holders = holders[letter] else { continue }
            let before = letters[..<place].count { $0 == letter }
            guard before < holders.count else { continue }
            for number in holders[before] { counts[number] += 1 }
        }
        return counts
    }
}

/// How a label agrees with one wording, in few bytes.
struct WordingMatch: Sendable {
    var wording: Int32
    var numeral: LabelMatch.Numeral
    var similarity: Double
}
