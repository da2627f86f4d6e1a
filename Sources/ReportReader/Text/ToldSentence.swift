internal import DocumentModel
internal import ReportForms

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The figures that one sentence tells. Every word before a number must be known: a sentence that says anything else about a number
/// tells nothing.
struct ToldSentence {
    /// A number with what it is.
    struct Statement: Hashable {
        var telling: FormTelling
        var value: Decimal
        var unit: String
        /// The clause, as printed.
        var clause: String
    }

    private(set) var statements: [Statement] = []

    private let tellings: FormTellings
    private let openings: [String]
    private let partsBegin: [String]
    /// The whole whose parts may follow.
    private var whole: String?

    /// Stands for words that name the report's own year.
    private static let ownYear = "\u{1}"

    /// - Parameters:
    ///   - agency: whose report it is: its name speaks of nobody else.
    ///   - partsBegin: opens a list of parts: 其中.
    init(_ sentence: Substring, tellings: FormTellings, year: Int, agency: String?, partsBegin: [String]) {
        self.tellings = tellings
        self.partsBegin = partsBegin
        openings = tellings.openings + [Self.ownYear] + (agency.map { [foldedWithoutBlanks($0)] } ?? [])
        let text = Self.markingYear(year, in: foldedWithoutBlanks(String(sentence)))
        guard text.contains(where: Self.isDigit), !Self.namesYear(text), !isAboutOthers(text) else { return }
        for clause in sentence.split(whereSeparator: { ",，:：()（）".contains($0) }) {
            read(Self.markingYear(year, in: foldedWithoutBlanks(String(clause))), printed: Self.trimmed(clause))
        }
    }

    // MARK: The sentence

    private static func markingYear(_ year: Int, in text: String) -> String {
        let own = [
            "\(year)年1月1日至\(year)年12月31日", "\(year)年1月1日至12月31日", "\(year)年12月31日", "\(year)年底", "\(year)年度",
            "\(year)年",
        ]
        return own.reduce(text) { text, words in
            ["截至", "截止", ""].reduce(text) { $0.replacing($1 + words, with: ownYear) }
        }
    }

    /// True where it names another year than the report's own.
    private static func namesYear(_ text: String) -> Bool {
        text.split(separator: "年", omittingEmptySubsequences: false).dropLast().contains { part in
            calendarYear(part.suffix(4)) != nil || part.last?.isNumber == true
        }
    }

    private func isAboutOthers(_ text: String) -> Bool {
        let rest = (tellings.notOthers + openings).reduce(text) { $0.replacing($1, with: "|") }
        return tellings.others.contains(where: rest.holds)
    }

    // MARK: A clause

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }

    private mutating func read(_ clause: String, printed: String) {
        var rest = clause[...]
        while let start = rest.firstIndex(where: Self.isDigit) {
            let number = rest[start...].prefix { Self.isDigit($0) || $0 == "." }
            let behind = rest[number.endIndex...]
            let lead = rest[..<start].drop { Self.joining.contains($0) }
            let found = telling(behind: lead, before: behind)
            if let (telling, unit) = found, let value = Self.value(number) {
                statements.append(Statement(telling: telling, value: value, unit: unit, clause: printed))
                if telling.code != whole, telling.partOf == nil || telling.partOf != whole { whole = telling.code }
                rest = behind.dropFirst(unit.count)
            } else {
                // What follows may be a list of its parts.
                whole = nil
                rest = behind
            }
        }
    }

    /// What a number between two texts tells, and its unit.
    private func telling(behind lead: Substring, before rest: Substring) -> (FormTelling, unit: String)? {
        for telling in tellings.figures {
            if let unit = Self.unit(of: rest, among: telling.units), says(telling, lead) { return (telling, unit) }
        }
        return nil
    }

    /// True where the words before a number say that it is this figure, and nothing else.
    private func says(_ telling: FormTelling, _ lead: Substring) -> Bool {
        let isPart = telling.partOf != nil && telling.partOf == whole
        let openings = isPart ? openings + partsBegin : openings
        return (telling.words + (isPart ? telling.partWords ?? [] : [])).contains { word in
            lead.ranges(of: word).contains { range in
                Self.consists(lead[..<range.lowerBound], of: openings)
                    && Self.consists(lead[range.upperBound...], of: tellings.between)
            }
        }
    }

    /// True where a text is nothing but some of the words, one after the other.
    private static func consists(_ text: Substring, of words: [String]) -> Bool {
        text.isEmpty || words.contains { text.hasPrefix($0) && consists(text.dropFirst($0.count), of: words) }
    }

    /// The unit that a text begins with, where nothing but the next part follows: 件次 is another one.
    private static func unit(of text: Substring, among units: [String]) -> String? {
        units.first { unit in
            guard text.hasPrefix(unit) else { return false }
            return text.dropFirst(unit.count).first.map(joining.contains) ?? true
        }
    }

    private static func value(_ number: Substring) -> Decimal? {
        let isPlain = number.count < 12 && number.count { $0 == "." } < 2 && number.last != "." && number.first != "."
        return isPlain ? Decimal(string: String(number)) : nil
    }

    private static let joining: Set<Character> = ["、", "和", "及", "与"]

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }
}
