internal import DocumentModel
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// How a figure's text was recognised in a picture.
struct Recognition: Hashable {
    var certainty: Reading.Certainty
    /// What other readings of the same cell make of it.
    var others: [Decimal]
}

/// Figures read off a picture: two readings and the form's arithmetic decide what is certain.
extension Ledger {
    /// Decides between the readings of doubtful figures where the relations fix the figure, and it is one of them.
    ///
    /// What no reading gives is left alone here: that several relations fix it is looked into with the other misread figures.
    mutating func settle(_ recognitions: [IndicatorCode: Recognition]) {
        let doubtful = Set(recognitions.filter { $0.value.certainty == .doubtful }.keys)
            .filter { figures[$0]?.value != nil && figures[$0]?.status == .printed }
        guard !doubtful.isEmpty else { return }
        let unknown = doubtful.union(unknowns)
        let system = RelationSystem(
            complete, values: figures.filter { !unknown.contains($0.key) }.compactMapValues(\.value))
        let solution = system.solve(for: unknown)
        for code in doubtful.sorted() {
            guard let value = solution.values[code].map({ Decimal($0) }), value != figures[code]?.value,
                recognitions[code]?.others.contains(value) == true,
                solution.disputed.isDisjoint(with: system.relations(of: code))
            else { continue }
            let sources = (solution.sources[code] ?? []).sorted().map { complete[$0].id }
            replace(code, by: value, evidence: sources)
        }
    }

    /// Puts figures in doubt whose readings are not enough: one reading needs a check that confirms it, a doubtful one two, or
    /// one among figures that are sure. A check of nothing but zeros confirms nothing.
    mutating func doubt(_ recognitions: [IndicatorCode: Recognition], unlessConfirmedBy checks: [Check]) {
        let holding = checks.filter { $0.holds && $0.left != 0 }.map { Set(codes(of: $0)) }
        let unsure = recognitions.filter { $0.value.certainty != .agreed }
        for (code, recognition) in unsure.sorted(by: { $0.key < $1.key }) where figures[code]?.status == .printed {
            let confirming = holding.filter { $0.contains(code) }
            let isConfirmed =
                recognition.certainty == .single
                ? !confirming.isEmpty
                : confirming.count >= 2
                    || confirming.contains { $0.allSatisfy { $0 == code || recognitions[$0]?.certainty == .agreed } }
            if !isConfirmed {
                doubt(
                    code,
                    evidence: [recognition.certainty == .single ? "read once only" : "readings of the picture differ"])
            }
        }
    }
}
