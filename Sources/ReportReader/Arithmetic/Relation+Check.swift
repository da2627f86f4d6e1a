package import ReportForms
package import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Relation {
    /// The relation between the figures that are shown; nil where none of a side is.
    package func narrowed(to isShown: (IndicatorCode) -> Bool) -> Relation? {
        let (left, right) = (left.filter(isShown), right.filter(isShown))
        return left.isEmpty || right.isEmpty ? nil : Relation(id: id, left: left, right: right)
    }

    /// The relation worked out; nil where it cannot be. A blank counts as 0 beside a number on the right, an unreadable cell as
    /// nothing.
    package func check(_ figure: (IndicatorCode) -> Figure?) -> Check? {
        func value(_ code: IndicatorCode) -> Decimal? { figure(code)?.value }
        func sum(_ codes: [IndicatorCode]) -> Decimal { codes.reduce(0) { $0 + (value($1) ?? 0) } }
        guard right.contains(where: { value($0) != nil }),
            right.allSatisfy({ value($0) != nil || figure($0)?.isBlank ?? false }),
            (left + right).allSatisfy({ value($0) != nil || figure($0)?.status != .suspect })
        else { return nil }
        return Check(id: id, left: sum(left), right: sum(right))
    }
}
