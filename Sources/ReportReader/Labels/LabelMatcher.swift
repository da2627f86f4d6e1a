/// Compares printed labels with the wordings of forms. Labels are numbered as they come, and each is compared with all wordings
/// once, if no report before has had it.
struct LabelMatcher {
    private let index: FormIndex
    private var numbers: [TextKey: Int] = [:]
    private var printed: [Printed] = []
    /// The numbers of texts that are two in one.
    private var joined: [Pair: Int] = [:]
    /// How every wording agrees with a printed label, for one label behind the other.
    private var agreements: ContiguousArray<LabelMatch> = []

    private struct Printed {
        let label: Label
        /// nil where no report before has had it compared.
        var matches: [WordingMatch]?
        /// Where in ``agreements`` its own begin; nil until it is compared with a wording.
        var start: Int?
    }

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    /// What may follow a number or stand for none.
    var units: FigureWords { index.units }

    init(_ index: FormIndex) {
        self.index = index
    }

    /// Holds a letter that is no ideograph and in no wording: what a wrong Unicode map makes of Chinese text.
    func isForeign(_ number: Int) -> Bool {
        printed[number].label.letters.contains { letter in
            !(0x3400...0x9FFF ~= letter.value) && letter.isLetter && !index.alphabet.contains(letter)
        }
    }

    /// True where a part of a printed text, up to a blank, is a part of one of `wordings`, `least` letters long or more.
    func isTorn(_ number: Int, from wordings: [Int], least: Int) -> Bool {
        printed[number].label.text.split(whereSeparator: \.isWhitespace).contains { part in
            let letters = Label(String(part)).letters
            return letters.count >= least
                && wordings.contains { index.wordings[$0].letters.firstRange(of: letters) != nil }
        }
    }

    /// Labels of several rows run together.
    func holdsSeveral(_ number: Int) -> Bool { printed[number].label.holdsAnother }

    /// The letters of a printed text.
    func letters(_ number: Int) -> [Unicode.Scalar] { printed[number].label.letters }

    /// The number of a printed text.
    mutating func number(_ text: String) -> Int {
        let key = TextKey(text)
        if let known = numbers[key] { return known }
        let number = printed.count
        numbers[key] = number
        let known = index.memory.known(key)
        printed.append(Printed(label: known?.label ?? Label(text), matches: known?.matches))
        return number
    }

    /// The number of two texts in one, as where a label is set in two cells.
    mutating func number(joining first: Int, _ second: Int) -> Int {
        let pair = Pair(first: first, second: second)
        if let known = joined[pair] { return known }
        let number = number(printed[first].label.text + printed[second].label.text)
        joined[pair] = number
        return number
    }

    /// The score of the best match of a printed text with any of `wordings`.
    mutating func likeness(_ number: Int, to wordings: [Int]) -> Double {
        let start = start(of: number)
        var best = 0.0
        for wording in wordings { best = max(best, agreements[start + wording].score) }
        return best
    }

    /// The best match of a printed text with any of `wordings`.
    mutating func match(_ number: Int, to wordings: [Int]) -> LabelMatch {
        let start = start(of: number)
        var best = LabelMatch.none
        var score = 0.0
        for wording in wordings {
            let match = agreements[start + wording]
            if match.score > score { (best, score) = (match, match.score) }
        }
        return best
    }

    private mutating func start(of number: Int) -> Int {
        if let start = printed[number].start { return start }
        let start = agreements.count
        agreements += repeatElement(.none, count: index.wordings.count)
        for match in matches(of: number) {
            agreements[start + Int(match.wording)] = LabelMatch(similarity: match.similarity, numeral: match.numeral)
        }
        printed[number].start = start
        return start
    }

    private func matches(of number: Int) -> [WordingMatch] {
        if let known = printed[number].matches { return known }
        let label = printed[number].label
        let matches = index.wordingLetters.matches(of: label)
        index.memory.keep(LabelMemory.Known(label: label, matches: matches), for: TextKey(label.text))
        return matches
    }
}
