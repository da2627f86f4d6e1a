internal import DocumentModel
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Figures read off a picture: the form's arithmetic decides between readings that differ.
extension Ledger {
    /// Takes another reading of a doubtful figure where the relations between certain figures fix it, and that is what they ask
    /// for.
    ///
    /// What no reading gives is left alone here: that several relations fix it is looked into with the other misread figures.
    mutating func settle() {
        let doubtful = Set(others.keys).filter { code in
            isOwn(code) && evidence[code]?.content == .number && evidence[code]?.text.certainty == .doubtful
        }
        guard !doubtful.isEmpty else { return }
        let unknown = doubtful.union(unknowns)
        let usable = complete.filter { relation in
            (relation.left + relation.right).allSatisfy { unknown.contains($0) || figures[$0]?.status != .suspect }
        }
        let system = RelationSystem(
            usable, values: figures.filter { !unknown.contains($0.key) }.compactMapValues(\.value))
        let solution = system.solve(for: unknown)
        for code in doubtful.sorted() {
            guard let value = solution.values[code].map({ Decimal($0) }), value != figures[code]?.value,
                others[code]?.contains(value) == true,
                solution.disputed.isDisjoint(with: system.relations(of: code))
            else { continue }
            replace(code, by: value, evidence: (solution.sources[code] ?? []).sorted().map { usable[$0].id })
        }
        judge()
    }
}
