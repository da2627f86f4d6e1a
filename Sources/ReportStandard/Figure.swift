public import DocumentModel

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One figure of a report: what was printed, where, and how far it can be trusted.
public struct Figure: Hashable, Sendable, Codable {
    /// The number as printed, an exact decimal; nil where there is none or none can be claimed.
    public var value: Decimal?
    public var status: Status
    /// The whole text of the cell; nil where the document has no such cell.
    public var printed: String?
    /// The unit printed in the cell or its heading (元, 万元, 批次); nil where none is printed.
    public var unit: String?
    /// From 1; nil for a source without pages.
    public var page: Int?
    /// The cell's box in points on ``page``; nil for a source without pages.
    public var box: Box?
    /// What it was read from, where that is no table.
    public var source: Medium?
    /// Ids of checks: those that fix a `recovered` figure, or fail with a `suspect` one.
    public var evidence: [String]?
    /// For `suspect`: what speaks against the reading, and nothing answers.
    public var doubts: [Doubt]
    /// For `suspect`: what other readings of the picture give instead of ``value``.
    public var readings: [Decimal]
    /// For `reviewed`: who has settled it, and what was there before.
    public var review: Review?

    public init(
        value: Decimal? = nil, status: Status, printed: String? = nil, unit: String? = nil, page: Int? = nil,
        box: Box? = nil, source: Medium? = nil, evidence: [String]? = nil, doubts: [Doubt] = [],
        readings: [Decimal] = [], review: Review? = nil
    ) {
        self.value = value
        self.status = status
        self.printed = printed
        self.unit = unit
        self.page = page
        self.box = box
        self.source = source
        self.evidence = evidence
        self.doubts = doubts
        self.readings = readings
        self.review = review
    }

    /// How a figure came about.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// Read as printed: its text, its place in the table and the report it belongs to are certain, or sums confirm them.
        case printed
        /// A dash, a slash, or an empty cell whose figure nothing fixes.
        case blank
        /// Empty or unreadable in the source, but fixed uniquely by the report's own arithmetic.
        case recovered
        /// Read, but the reading is in doubt; ``Figure/doubts`` says why.
        case suspect
        /// The form has it, the document does not show it.
        case missing
        /// A person has settled it; ``Figure/review`` says who, and what was there before.
        case reviewed
    }

    /// What a figure may be read from besides tables.
    public enum Medium: String, Hashable, Sendable, Codable, CaseIterable {
        /// A sentence: ``Figure/printed`` is its clause.
        case prose
    }

    enum CodingKeys: String, CodingKey {
        case value, status, printed, unit, page, box, source, evidence, doubts, readings, review
    }

    public init(from decoder: any Decoder) throws {
        try self.init(in: decoder.container(keyedBy: CodingKeys.self)) { $0 }
    }

    /// From a container that is open already.
    init<Key: CodingKey>(in container: KeyedDecodingContainer<Key>, key: (CodingKeys) -> Key) throws {
        func value<T: Decodable>(_ member: CodingKeys) throws -> T? {
            try container.decodeIfPresent(T.self, forKey: key(member))
        }
        self.init(
            value: try value(.value), status: try container.decode(Status.self, forKey: key(.status)),
            printed: try value(.printed), unit: try value(.unit), page: try value(.page), box: try value(.box),
            source: try value(.source), evidence: try value(.evidence), doubts: try value(.doubts) ?? [],
            readings: try value(.readings) ?? [], review: try value(.review))
    }

    /// `value` and `printed` are always written, null where there is none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encode(status, forKey: .status)
        try container.encode(printed, forKey: .printed)
        try container.encodeIfPresent(unit, forKey: .unit)
        try container.encodeIfPresent(page, forKey: .page)
        try container.encodeIfPresent(box, forKey: .box)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(evidence, forKey: .evidence)
        if !doubts.isEmpty { try container.encode(doubts, forKey: .doubts) }
        if !readings.isEmpty { try container.encode(readings, forKey: .readings) }
        try container.encodeIfPresent(review, forKey: .review)
    }
}
