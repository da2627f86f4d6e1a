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
    /// For `recovered` and `suspect`: the ids of the checks, or the reason.
    public var evidence: [String]?
    /// Why it is not certain; empty where nothing speaks against it.
    public var doubts: [Doubt] = []

    public init(
        value: Decimal? = nil, status: Status, printed: String? = nil, unit: String? = nil, page: Int? = nil,
        box: Box? = nil, evidence: [String]? = nil, doubts: [Doubt] = []
    ) {
        self.value = value
        self.status = status
        self.printed = printed
        self.unit = unit
        self.page = page
        self.box = box
        self.evidence = evidence
        self.doubts = doubts
    }

    /// How a figure came about.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// Read as printed, and nothing contradicts the reading.
        case printed
        /// A dash, a slash, or an empty cell whose figure nothing fixes.
        case blank
        /// Empty or unreadable in the source, but fixed uniquely by the report's own arithmetic.
        case recovered
        /// Read, but the reading is in doubt; ``Figure/evidence`` says why.
        case suspect
        /// The form has it, the document does not show it.
        case missing
    }

    enum CodingKeys: String, CodingKey {
        case value, status, printed, unit, page, box, evidence
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
        try container.encodeIfPresent(evidence, forKey: .evidence)
    }
}
