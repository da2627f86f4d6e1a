internal import ReportForms

/// Tells by a form's words what the lines of a flattened table are.
struct FlatWords {
    private var matcher: LabelMatcher
    /// For every wording of a row's label how many columns its figures have.
    private let fieldCounts: [Int: Set<Int>]
    private let labels: [Int]
    private let groups: [Int]
    /// Wordings of labels that are headings of groups too.
    private let headings: Set<Int>
    private let titles: [Int]
    private let columns: [Int]
    private let sections: [Int]
    /// All of them but those of sections.
    private let words: [Int]
    /// The letters of each heading of columns.
    private let names: Set<[Unicode.Scalar]>
    private let longestName: Int
    /// The letters of all wordings.
    private let alphabet: Set<Unicode.Scalar>

    /// Less alike than this, a line is not the form's.
    private static let least = Likeness.plausible
    /// From here on a line is as good as the form's own words.
    private static let same = Likeness.same
    /// Lines with punctuation and more characters than this are prose.
    private static let longest = 25
    /// A label takes up no more lines than this.
    private static let mostLines = 5

    init(_ index: FormIndex) {
        matcher = LabelMatcher(index)
        let tables = index.forms.flatMap(\.tables)
        var fieldCounts: [Int: Set<Int>] = [:]
        var groups = Set<Int>()
        var titles = Set<Int>()
        for table in tables {
            for item in table.items {
                switch item.kind {
                case .line:
                    let count = table.blocks[item.block].fields.count
                    for wording in item.wordings { fieldCounts[wording, default: []].insert(count) }
                case .heading: groups.formUnion(item.wordings)
                case .title: titles.formUnion(item.wordings)
                case .header: break
                }
                groups.formUnion(item.outer)
            }
        }
        self.fieldCounts = fieldCounts
        headings = groups.intersection(fieldCounts.keys)
        labels = fieldCounts.keys.sorted()
        self.titles = titles.sorted()
        self.groups = groups.subtracting(titles).subtracting(fieldCounts.keys).sorted()
        columns = Array(
            Set(tables.flatMap(\.blocks).flatMap { $0.wordings.flatMap(\.self) + $0.corner + $0.groups })
        ).sorted()
        words = labels + columns + titles + self.groups
        names = Set(columns.map { index.wordings[$0].letters }.filter { $0.count > 1 })
        longestName = names.map(\.count).max() ?? 0
        alphabet = index.alphabet
        sections = Array(Set(index.forms.flatMap(\.sections).flatMap(\.wordings))).sorted()
    }

    /// The heading of a section rather than anything in a table.
    mutating func isHeading(_ text: String) -> Bool {
        let number = matcher.number(text)
        let heading = matcher.likeness(number, to: sections)
        return heading > Self.least && heading > matcher.likeness(number, to: words) && fragments(text) == nil
    }

    mutating func isSentence(_ text: String) -> Bool {
        guard text.count > Self.longest || text.hasSuffix("。"), text.contains(where: { "。；：，".contains($0) }) else {
            return false
        }
        return kind(of: text).kind == .unknown && glued(text) == nil && trailing(text) == nil
    }

    mutating func cells(of text: String) -> [FlatCell] {
        switch FigureText(text, units: matcher.units) {
        case .empty: return [FlatCell(text: "", kind: .blank)]
        case .none, .number: return [FlatCell(text: text, kind: .figure)]
        case .unclear: break
        }
        if let (label, figures) = trailing(text) {
            return (label.isEmpty ? [] : cells(of: label)) + figures.map { FlatCell(text: $0, kind: .figure) }
        }
        if let (label, digits) = glued(text) {
            // Zeros can be cut in one way only, and one digit not at all.
            let isCut = digits.count > 1 && digits.contains { $0 != "0" }
            return cells(of: label) + digits.map { FlatCell(text: $0, kind: .figure, isCut: isCut) }
        }
        if let names = gluedNames(text) { return names.map { kind(of: $0) } }
        return fragments(text) ?? spaced(text) ?? [kind(of: text)]
    }

    private mutating func kind(of text: String) -> FlatCell {
        let number = matcher.number(text)
        let likeness: [(FlatCell.Kind, Double)] = [
            (.label, matcher.likeness(number, to: labels)), (.column, matcher.likeness(number, to: columns)),
            (.title, matcher.likeness(number, to: titles)), (.group, matcher.likeness(number, to: groups)),
        ]
        guard let best = likeness.max(by: { $0.1 < $1.1 }), best.1 >= Self.least else {
            return FlatCell(text: text, kind: .unknown)
        }
        let isBoth = min(likeness[0].1, likeness[1].1) >= Self.same
        let kind = isBoth ? .labelOrColumn : best.0
        guard kind == .label || isBoth else { return FlatCell(text: text, kind: kind) }
        let own = labels.filter { matcher.likeness(number, to: [$0]) > likeness[0].1 - 0.1 }
        return FlatCell(
            text: text, kind: kind, columns: own.reduce(into: []) { $0.formUnion(fieldCounts[$1] ?? []) },
            isHeading: own.contains(where: headings.contains))
    }

    // MARK: Lines run together

    /// A label that runs into digits, 规章000: a digit each, the only way to cut as many digits as there are columns. Told apart
    /// when the columns are counted.
    private mutating func glued(_ text: String) -> (label: String, figures: [String])? {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, digits < text.count else { return nil }
        if let (label, figure) = gluedDecimal(text) { return (label, [figure]) }
        let label = String(text.dropLast(digits))
        guard matcher.likeness(matcher.number(label), to: labels) >= Self.least else { return nil }
        return (label, text.suffix(digits).map(String.init))
    }

    /// A label that runs into a decimal figure: its row has but one.
    private mutating func gluedDecimal(_ text: String) -> (label: String, figure: String)? {
        let figure = text.reversed().prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }.count
        let label = String(text.dropLast(figure))
        guard text.suffix(figure).contains("."), FigureText(String(text.suffix(figure)), units: matcher.units).isNumber,
            kind(of: label).columns.contains(1)
        else { return nil }
        return (label, String(text.suffix(figure)))
    }

    /// A label with its figures behind it, parted by blanks; or figures alone.
    private mutating func trailing(_ text: String) -> (label: String, figures: [String])? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let figures = words.reversed().prefix { FigureText($0, units: matcher.units) != .unclear }.count
        guard figures > 0 else { return nil }
        guard figures < words.count else { return ("", words) }
        let label = words.dropLast(figures).joined(separator: " ")
        guard matcher.likeness(matcher.number(label), to: labels) >= Self.least else { return nil }
        return (label, words.suffix(figures))
    }

    /// Headings of columns that run into each other: cut where all parts are headings of a form.
    private func gluedNames(_ text: String) -> [String]? {
        let letters = Label(text).letters
        guard letters.count <= 60 else { return nil }
        // parts[i]: the cut of the first i letters into the fewest headings.
        var parts = [[String]?](repeating: nil, count: letters.count + 1)
        parts[0] = []
        for end in letters.indices.map({ $0 + 1 }) {
            for start in max(0, end - longestName)..<end {
                guard let before = parts[start], before.count + 1 < parts[end]?.count ?? .max else { continue }
                let name = letters[start..<end]
                if names.contains(Array(name)) { parts[end] = before + [String(String.UnicodeScalarView(name))] }
            }
        }
        guard let names = parts[letters.count], names.count > 1 else { return nil }
        return names
    }

    /// Labels that blanks part, a group's heading and a row's: cut where that makes them the form's own words.
    private mutating func spaced(_ text: String) -> [FlatCell]? {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count > 1, likeness(of: text) < Self.same else { return nil }
        guard parts.contains(where: { likeness(of: $0) >= Self.same }) else { return nil }
        return parts.map { kind(of: $0) }
    }

    /// Lines of narrow headings side by side: each part is a part of a heading.
    private func fragments(_ text: String) -> [FlatCell]? {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count > 1 else { return nil }
        let isHeading = parts.allSatisfy { part in
            let letters = Label(part).letters
            return !letters.isEmpty && names.contains { $0.firstRange(of: letters) != nil }
        }
        return isHeading ? parts.map { FlatCell(text: $0, kind: .column) } : nil
    }

    // MARK: Lines broken apart

    /// Texts that were set in several lines put together: those that say together what a form says, and not each for itself.
    mutating func joined(_ cells: [FlatCell]) -> [FlatCell] {
        var result: [FlatCell] = []
        for run in cells.runs(by: \.isText) {
            result += run.first?.isText == true ? joined(texts: Array(run)) : Array(run)
        }
        return result
    }

    /// The cut of a run of texts into labels and headings that explains the most characters, in as few pieces as can be.
    private mutating func joined(texts: [FlatCell]) -> [FlatCell] {
        guard texts.count > 1 else { return texts }
        let isPart = texts.map { text in text.isKnown || Label(text.text).letters.allSatisfy(alphabet.contains) }
        var best: [(worth: Double, start: Int, cell: FlatCell)] = [(0, 0, texts[0])]
        for end in 1...texts.count {
            var choice = (worth: -Double.infinity, start: end - 1, cell: texts[end - 1])
            for start in max(0, end - Self.mostLines)..<end {
                // Only what is written with a form's letters can be a part of its words.
                if end - start > 1, !isPart[start..<end].allSatisfy(\.self) { continue }
                let text = texts[start..<end].map(\.text).joined()
                let cell = end - start == 1 ? texts[start] : kind(of: text)
                let likeness = cell.isKnown ? self.likeness(of: text) : 0
                // Joining must pay: as good as the parts is not enough.
                let worth = best[start].worth + likeness * Double(text.count) - 0.2 * Double(end - start - 1) - 0.1
                guard cell.isKnown || end - start == 1 else { continue }
                if worth > choice.worth { choice = (worth, start, cell) }
            }
            best.append(choice)
        }
        var result: [FlatCell] = []
        var end = texts.count
        while end > 0 {
            result.append(best[end].cell)
            end = best[end].start
        }
        return result.reversed()
    }

    private mutating func likeness(of text: String) -> Double {
        let value = matcher.likeness(matcher.number(text), to: words)
        // Half a label is worth much less than the whole.
        return value * value
    }
}

extension Array {
    /// Runs of neighbours for which `kind` is the same.
    fileprivate func runs(by kind: (Element) -> Bool) -> [ArraySlice<Element>] {
        var runs: [ArraySlice<Element>] = []
        var start = 0
        for index in indices where index > 0 && kind(self[index]) != kind(self[index - 1]) {
            runs.append(self[start..<index])
            start = index
        }
        return isEmpty ? [] : runs + [self[start...]]
    }
}
