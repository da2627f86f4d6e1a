internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A sum that confirms the figures in it: it holds, and is not a sum of nothing but zeros, which would hold whatever was read.
struct ConfirmingSum {
    let codes: [IndicatorCode]
    /// All of its figures stand in one row.
    let isAlongRow: Bool
    /// The sum would fail had its figures been read up to three places before or behind their own.
    let isPlacing: Bool

    /// Merged cells that a converter leaves out move a row by no more places.
    private static let farthest = 3

    /// - Parameters:
    ///   - relation: of which no figure is missing; its figures in the order in which they are printed.
    ///   - value: what is read; nil for a blank, which counts as 0.
    /// - Returns: nil where the relation confirms nothing.
    init?(_ relation: Relation, value: (IndicatorCode) -> Decimal?) {
        let left = relation.left.map { value($0) ?? 0 }
        let right = relation.right.map { value($0) ?? 0 }
        guard left.reduce(0, +) == right.reduce(0, +), left.contains(where: { $0 != 0 }),
            relation.right.contains(where: { value($0) != nil })
        else { return nil }
        codes = relation.left + relation.right
        let row = codes[0].path.dropLast()
        isAlongRow = codes.allSatisfy { $0.path.dropLast() == row }
        isPlacing = Self.isPlacing(left + right, split: left.count)
    }

    private static func isPlacing(_ values: [Decimal], split: Int) -> Bool {
        (1...farthest).allSatisfy { distance in
            !holds(values, split: split, movedBy: distance) && !holds(values, split: split, movedBy: -distance)
        }
    }

    /// True where the sum holds once every value has been moved by so many places; those that leave the row are lost.
    private static func holds(_ values: [Decimal], split: Int, movedBy distance: Int) -> Bool {
        var difference: Decimal = 0
        for index in values.indices where values.indices.contains(index - distance) {
            let value = values[index - distance]
            if index < split { difference += value } else { difference -= value }
        }
        return difference == 0
    }
}
