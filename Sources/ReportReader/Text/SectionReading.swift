internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// The text of a report, by the sections of its form.
struct SectionReading {
    private(set) var preamble: [String] = []
    private(set) var sections: [Section] = []

    init(_ blocks: [Block], sections known: [IndexedSection], matcher: inout LabelMatcher) {
        for block in blocks {
            guard let text = block.text else { continue }
            if let heading = Self.heading(text, sections: known, after: sections.last?.number ?? 0, matcher: &matcher) {
                sections.append(heading)
            } else if sections.isEmpty {
                preamble.append(text.text)
            } else {
                add(text)
            }
        }
    }

    private mutating func add(_ block: TextBlock) {
        let last = sections.count - 1
        if let inner = Self.subheading(block) {
            sections[last].sections.append(inner)
        } else if sections[last].sections.isEmpty {
            sections[last].paragraphs.append(block.text)
        } else {
            sections[last].sections[sections[last].sections.count - 1].paragraphs.append(block.text)
        }
    }

    /// A heading of the form further on than section `last`: numbers alone prove nothing, agencies number afresh inside sections.
    private static func heading(
        _ block: TextBlock, sections: [IndexedSection], after last: Int, matcher: inout LabelMatcher
    ) -> Section? {
        guard isHeadingLike(block.text, limit: 45) else { return nil }
        // （一）主动公开 is a part of section one, however much it sounds like section two.
        let numeral = HeadingNumeral(block.text)
        guard numeral?.isBracketed != true else { return nil }
        let number = matcher.number(block.text)
        let candidates = sections.filter { $0.section.number > last }
            .map { (section: $0.section, likeness: matcher.likeness(number, to: $0.wordings)) }
        guard let best = candidates.max(by: { $0.likeness < $1.likeness }),
            best.likeness > (numeral == nil ? Likeness.plausible : Likeness.conceivable)
        else { return nil }
        return Section(number: best.section.number, title: title(block.text), page: block.page)
    }

    /// （一）主动公开: a short line with a bracketed numeral.
    private static func subheading(_ block: TextBlock) -> Section? {
        guard isHeadingLike(block.text, limit: 32), let numeral = HeadingNumeral(block.text), numeral.isBracketed,
            !numeral.rest.isEmpty
        else { return nil }
        return Section(number: numeral.number, title: String(numeral.rest), page: block.page)
    }

    private static func isHeadingLike(_ text: String, limit: Int) -> Bool {
        text.hasAtMost(limit)
            && !text.unicodeScalars.contains { $0 == "。" || $0 == "；" || $0 == "！" || $0 == "？" }
    }

    /// The heading without its numeral.
    private static func title(_ text: String) -> String {
        HeadingNumeral(text).map { String($0.rest) } ?? text
    }
}
