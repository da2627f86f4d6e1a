public import ReportStandard

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a person has decided about a figure: one line of a file of decisions.
public struct Decision: Hashable, Sendable {
    public var subject: Subject
    /// What the tool read when it was made. Where it reads something else now, the decision is outdated.
    public var was: Review.Reading
    public var kind: Kind
    /// The number that stands there, of one that confirms or corrects.
    public var value: Decimal?
    /// Who has decided.
    public var by: String
    /// When, in ISO 8601 with a time zone, such as `2026-11-27T08:00:00Z`.
    public var at: String
    public var note: String?

    /// The figure that it is about. A file is known by its content, wherever it lies.
    public struct Subject: Hashable, Sendable {
        public var sha256: String
        /// Which report of the file it is, from 1.
        public var document: Int
        public var code: IndicatorCode

        public init(sha256: String, document: Int, code: IndicatorCode) {
            self.sha256 = sha256
            self.document = document
            self.code = code
        }
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// What was read is what stands there.
        case confirmed
        /// Another number stands there.
        case corrected
        /// Nothing stands there.
        case blank
        /// Somebody has looked, and leaves it as it is.
        case left
        /// The same person takes back what they have decided before.
        case withdrawn
    }

    public init(
        _ kind: Kind, of subject: Subject, was: Review.Reading, value: Decimal? = nil, by: String, at: String,
        note: String? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.was = was
        self.value = value
        self.by = by
        self.at = at
        self.note = note
    }

    /// What stands there by this decision; nil for one that changes nothing.
    public var verdict: (verdict: Review.Verdict, value: Decimal?)? {
        switch kind {
        case .confirmed: (.confirmed, was.value)
        case .corrected: (.corrected, value)
        case .blank: (.blank, nil)
        case .left, .withdrawn: nil
        }
    }

    /// True where two decisions come to the same.
    public func agrees(with other: Decision) -> Bool {
        switch (verdict, other.verdict) {
        case (nil, nil): true
        case (let one?, let other?): one.value == other.value
        default: false
        }
    }

    /// When it was made; nil where that is no date with a time and a zone.
    var date: Date? {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: at.contains("."))
        return try? style.parse(at)
    }
}
