internal import ReportForms
internal import ReportStandard

/// Finds figures that were read wrongly: those without which all relations around them agree again.
///
/// A form's figures stand in a row check and a column check. A single misread one makes both fail by the same amount and no
/// other figure stands in both, as in decoding a product code (Elias 1954). Only what is unique is proposed: two misread
/// figures that could as well be two others stay undecided.
struct MisreadSearch {
    /// A figure, what it should have been, and the relations that say so.
    struct Proposal {
        var value: Int
        var relations: [Int]
    }

    private(set) var proposals: [IndicatorCode: Proposal] = [:]
    private let system: RelationSystem
    private let read: [IndicatorCode: Int]
    private let unknown: Set<IndicatorCode>

    /// Pairs are looked for among so many figures at most.
    private static let mostCandidates = 16

    /// - Parameters:
    ///   - read: the figures that may be misread.
    ///   - unknown: those that cannot be read at all.
    init(_ system: RelationSystem, read: [IndicatorCode: Int], unknown: Set<IndicatorCode>) {
        self.system = system
        self.read = read
        self.unknown = unknown
        var disputed = system.solve(for: unknown).disputed
        guard !disputed.isEmpty else { return }
        findSingles(among: &disputed)
        findPair(among: disputed)
        keepComplete()
    }

    /// More misread figures in one table are too many to be sure of any.
    private static let mostInTable = 3

    /// Keeps the proposals of tables where they leave nothing that does not agree.
    private mutating func keepComplete() {
        guard !proposals.isEmpty else { return }
        let rest = system.solve(for: unknown.union(proposals.keys)).disputed
        let doubtful = Set(rest.flatMap(system.codes).map(\.table))
        proposals = proposals.filter { code, _ in
            !doubtful.contains(code.table) && proposals.keys.count { $0.table == code.table } <= Self.mostInTable
        }
    }

    private struct Explanation {
        var proposals: [IndicatorCode: Proposal]
        /// The disputed relations that agree with it.
        var explained: Set<Int>
    }

    private mutating func findSingles(among disputed: inout Set<Int>) {
        while true {
            let explanations = candidates(in: disputed).compactMap { explanation(by: [$0], of: disputed) }
            let unique = explanations.enumerated().filter { index, one in
                explanations.enumerated().allSatisfy {
                    $0.offset == index || $0.element.explained.isDisjoint(with: one.explained)
                }
            }
            guard !unique.isEmpty else { return }
            for (_, one) in unique { proposals.merge(one.proposals) { $1 } }
            let rest = system.solve(for: unknown.union(proposals.keys)).disputed
            guard rest.count < disputed.count else { return }
            disputed = rest
        }
    }

    /// Two figures that share a relation, where they alone make all agree.
    private mutating func findPair(among disputed: Set<Int>) {
        let candidates = candidates(in: disputed)
        guard disputed.count >= 3, candidates.count <= Self.mostCandidates else { return }
        var found: Explanation?
        for (index, first) in candidates.enumerated() {
            for second in candidates[(index + 1)...] {
                guard let one = explanation(by: [first, second], of: disputed), one.explained == disputed else {
                    continue
                }
                guard found == nil else { return }
                found = one
            }
        }
        if let found { proposals.merge(found.proposals) { $1 } }
    }

    private func candidates(in disputed: Set<Int>) -> [IndicatorCode] {
        system.repeated(in: disputed).filter { read[$0] != nil && proposals[$0] == nil }.sorted()
    }

    /// nil unless every relation of the figures agrees once they are not taken as read, and two of each say the same.
    private func explanation(by codes: [IndicatorCode], of disputed: Set<Int>) -> Explanation? {
        let unknown = unknown.union(proposals.keys).union(codes)
        let solution = system.solve(for: unknown)
        guard solution.disputed.isSubset(of: disputed) else { return nil }
        var found: [IndicatorCode: Proposal] = [:]
        for code in codes {
            let relations = system.relations(of: code)
            let solved = relations.filter { relation in
                system.codes(in: relation).allSatisfy { !unknown.contains($0) || solution.values[$0] != nil }
            }
            guard let value = solution.values[code], let read = read[code], value != read, solved.count >= 2,
                solution.disputed.isDisjoint(with: relations)
            else { return nil }
            // Beside cells that cannot be read too little is left to tell.
            guard self.unknown.isDisjoint(with: relations.flatMap(system.codes)) else { return nil }
            found[code] = Proposal(value: value, relations: solved)
        }
        return Explanation(proposals: found, explained: disputed.subtracting(solution.disputed))
    }
}
