public import ReportStandard

/// Why something of a review cannot be done, in words for who is at the page.
public struct ReviewError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// There is no such conversion, report, page or figure.
        case notFound
        /// What was asked for makes no sense.
        case wrong
        /// A file cannot be read or written.
        case failed
    }

    public var kind: Kind
    public var message: Wording

    init(_ kind: Kind, zh: String, en: String) {
        self.kind = kind
        message = Wording(zh: zh, en: en)
    }
}
