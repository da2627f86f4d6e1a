/// Compares printed labels with the wordings of forms. Labels are numbered as they come, and every pair is compared once.
struct LabelMatcher {
    private let wordings: [Label]
    private var numbers: [String: Int] = [:]
    private var printed: [Label] = []
    /// The numbers of texts that are two in one.
    private var joined: [Pair: Int] = [:]
    /// How every wording agrees with a printed label, for one label behind the other; of negative similarity: not compared yet.
    private var known: [LabelMatch] = []
    /// Where in ``known`` those of a printed label begin, once it is compared with a wording.
    private var starts: [Int?] = []

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    /// The letters of all wordings.
    private let alphabet: Set<Unicode.Scalar>
    /// What may follow a number or stand for none.
    let units: FigureWords

    init(_ index: FormIndex) {
        wordings = index.wordings
        alphabet = index.alphabet
        units = index.units
    }

    /// Holds a letter that is no ideograph and in no wording: what a wrong Unicode map makes of Chinese text.
    func isForeign(_ number: Int) -> Bool {
        printed[number].letters.contains { letter in
            !(0x3400...0x9FFF ~= letter.value) && letter.isLetter && !alphabet.contains(letter)
        }
    }

    /// True where a part of a printed text, up to a blank, is a part of one of `wordings`, `least` letters long or more.
    func isTorn(_ number: Int, from wordings: [Int], least: Int) -> Bool {
        printed[number].text.split(whereSeparator: \.isWhitespace).contains { part in
            let letters = Label(String(part)).letters
            return letters.count >= least
                && wordings.contains { self.wordings[$0].letters.firstRange(of: letters) != nil }
        }
    }

    /// Labels of several rows run together.
    func holdsSeveral(_ number: Int) -> Bool { printed[number].holdsAnother }

    /// The letters of a printed text.
    func letters(_ number: Int) -> [Unicode.Scalar] { printed[number].letters }

    /// The number of a printed text.
    mutating func number(_ text: String) -> Int {
        if let known = numbers[text] { return known }
        let number = printed.count
        numbers[text] = number
        printed.append(Label(text))
        starts.append(nil)
        return number
    }

    /// The number of two texts in one, as where a label is set in two cells.
    mutating func number(joining first: Int, _ second: Int) -> Int {
        let pair = Pair(first: first, second: second)
        if let known = joined[pair] { return known }
        let number = number(printed[first].text + printed[second].text)
        joined[pair] = number
        return number
    }

    /// The score of the best match of a printed text with any of `wordings`.
    mutating func likeness(_ number: Int, to wordings: [Int]) -> Double {
        wordings.reduce(0) { max($0, match(number, to: $1).score) }
    }

    /// The best match of a printed text with any of `wordings`.
    mutating func match(_ number: Int, to wordings: [Int]) -> LabelMatch {
        var best = LabelMatch.none
        for wording in wordings {
            let match = match(number, to: wording)
            if match.score > best.score { best = match }
        }
        return best
    }

    private mutating func match(_ number: Int, to wording: Int) -> LabelMatch {
        let start = start(of: number)
        if known[start + wording].similarity >= 0 { return known[start + wording] }
        let (mine, other) = (printed[number], wordings[wording])
        var match = LabelMatch(similarity: similarity(mine.letters, other.letters))
        if match.similarity < Likeness.same, let core = mine.core {
            match.similarity = max(match.similarity, similarity(core, other.letters) - 0.02)
        }
        if match.similarity > 0, let a = mine.numeral, let b = other.numeral { match.numeral = a == b ? .same : .other }
        known[start + wording] = match
        return known[start + wording]
    }

    private mutating func start(of number: Int) -> Int {
        if let start = starts[number] { return start }
        let start = known.count
        known += repeatElement(LabelMatch(similarity: -1), count: wordings.count)
        starts[number] = start
        return start
    }
}
