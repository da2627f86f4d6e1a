#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A relation that the form's figures must satisfy, worked out on a report.
public struct Check: Hashable, Sendable, Codable {
    /// Such as `requests.balance.total`.
    public var id: String
    public var holds: Bool
    public var left: Decimal
    public var right: Decimal

    public init(id: String, left: Decimal, right: Decimal) {
        self.id = id
        self.left = left
        self.right = right
        holds = left == right
    }
}
