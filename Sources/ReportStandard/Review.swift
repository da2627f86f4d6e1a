#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// That a person has settled a figure.
public struct Review: Hashable, Sendable, Codable {
    public var decision: Verdict
    /// Who has decided.
    public var by: String
    /// When, in ISO 8601.
    public var at: String
    /// What the tool had read.
    public var was: Reading
    public var note: String?

    public init(decision: Verdict, by: String, at: String, was: Reading, note: String? = nil) {
        self.decision = decision
        self.by = by
        self.at = at
        self.was = was
        self.note = note
    }

    /// What has been decided.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// What was read is what stands there.
        case confirmed
        /// Another number stands there.
        case corrected
        /// Nothing stands there.
        case blank
    }

    /// What the tool reads of a figure.
    public struct Reading: Hashable, Sendable, Codable {
        public var value: Decimal?
        public var status: Figure.Status

        public init(value: Decimal?, status: Figure.Status) {
            self.value = value
            self.status = status
        }

        public init(_ figure: Figure) { self.init(value: figure.value, status: figure.status) }

        private enum Keys: String, CodingKey { case value, status }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            self.init(
                value: try container.decodeIfPresent(Decimal.self, forKey: .value),
                status: try container.decode(Figure.Status.self, forKey: .status))
        }

        /// The value is always written, null where there is none.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(value, forKey: .value)
            try container.encode(status, forKey: .status)
        }
    }
}

extension Figure {
    /// A number that may be relied on: printed, recovered, or settled by a person.
    public var isCertain: Bool {
        switch status {
        case .printed, .recovered: true
        case .reviewed: value != nil
        case .blank, .suspect, .missing: false
        }
    }

    /// Nothing stands there for certain.
    public var isBlank: Bool { status == .blank || status == .reviewed && value == nil }
}
