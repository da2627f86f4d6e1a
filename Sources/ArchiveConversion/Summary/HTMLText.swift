internal import Nianbao
internal import ReportStandard

/// Text as it stands in a web page.
enum HTMLText {
    static func escaped(_ text: some StringProtocol) -> String { MarkupText.escaped(text) }

    /// Both languages, of which the page shows one.
    static func both(_ wording: Wording, tag: String = "span") -> String {
        wording.zh == wording.en
            ? escaped(wording.en)
            : "<\(tag) class=\"en\" lang=\"en\">\(escaped(wording.en))</\(tag)>"
                + "<\(tag) class=\"zh\" lang=\"zh-CN\">\(escaped(wording.zh))</\(tag)>"
    }

    static func both(_ chinese: String, _ english: String) -> String { both(Wording(zh: chinese, en: english)) }

    /// With a comma before every three digits.
    static func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        let groups = digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
        }
        return (number < 0 ? "−" : "") + groups.joined()
    }

    static func number(_ number: Double) -> String {
        if let whole = Int(exactly: number.rounded()), number == number.rounded() { return self.number(whole) }
        return "\((number * 100).rounded() / 100)"
    }

    /// Rounded down, so that only what is whole is 100%.
    static func percent(_ part: Double?) -> String { part.map { "\(($0 * 1000).rounded(.down) / 10)%" } ?? "–" }
}
