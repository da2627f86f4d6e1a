/// Finds which lines are sums of others: first of lines beside them, then of what is left when parts are put away, so that totals of
/// subtotals come out.
struct SumSearch {
    private let lines: FigureLines
    private let words: SumWords
    private let steps: [Int]
    private let index: BlockSums
    private var active: [Int]
    private(set) var found: [SumEvidence] = []

    init(_ lines: FigureLines, words: SumWords) {
        self.lines = lines
        self.words = words
        steps = lines.places.indices.map { place in
            lines.entries.map { if case .number(_, let step) = $0[place] { step } else { Int.max } }.min() ?? 1
        }
        index = BlockSums(lines, steps: steps)
        active = Array(lines.lines.indices)
        while active.count > 2, case let accepted = bestOfAll(), !accepted.isEmpty {
            found += accepted
            let parts = Set(accepted.flatMap(\.candidate.parts).map(\.line))
            active.removeAll(where: parts.contains)
        }
        found += slippedTotals()
    }

    // MARK: One round

    /// The convincing relations of one round, none of which uses the parts of another.
    private func bestOfAll() -> [SumEvidence] {
        let known = Set(found.map(\.candidate.total))
        let best = active.filter { !known.contains($0) }.compactMap(best)
        var taken = Set<Int>()
        var accepted: [SumEvidence] = []
        for evidence in best.sorted(by: { $0.logChance < $1.logChance }) {
            let own = evidence.candidate.parts.map(\.line)
            guard taken.isDisjoint(with: own + [evidence.candidate.total]) else { continue }
            // The total stays free to be a part of a larger sum, its parts do not.
            taken.formUnion(own)
            accepted.append(evidence)
        }
        // A sum of totals of the same round waits for the next one.
        let totals = Set(accepted.map(\.candidate.total))
        return accepted.filter { totals.isDisjoint(with: $0.candidate.parts.map(\.line)) }
    }

    private func best(for total: Int) -> SumEvidence? {
        let candidates = blocks(for: total) + balances(for: total)
        let evidence = candidates.map { completed(SumEvidence($0, in: lines, steps: steps)) }.filter(\.isConvincing)
        return evidence.min(by: SumEvidence.isBetter)
    }

    // MARK: Candidates

    /// Lines that follow the total or stand before it, two or more, with those that are called parts of others and without.
    private func blocks(for total: Int) -> [SumCandidate] {
        let isNamed = words.isTotal(lines.labels[total])
        let plain = active.filter { $0 == total || !words.isPart(lines.labels[$0]) }
        var candidates: [SumCandidate] = []
        for sequence in plain.count < active.count ? [active, plain] : [active] {
            guard let position = sequence.firstIndex(of: total) else { continue }
            let rivals = isNamed ? 2 * sequence.count : 2 * sequence.count * sequence.count
            for block in [Array(sequence[(position + 1)...]), Array(sequence[..<position].reversed())] {
                candidates += index.promising(block.prefix(Self.longest), total: total).map { count in
                    SumCandidate(
                        total: total, parts: block.prefix(count).map { .init(line: $0) }, isNamed: isNamed,
                        rivals: rivals)
                }
            }
        }
        return candidates
    }

    /// What is left of one line when others are taken away: of lines close by where a word says so, else of the three before it.
    private func balances(for total: Int) -> [SumCandidate] {
        guard let position = active.firstIndex(of: total) else { return [] }
        let isNamed = words.isBalance(lines.labels[total])
        let window = active[max(0, position - (isNamed ? 6 : 3))..<position]
        guard isNamed else {
            guard window.count == 3, let first = window.first, let last = window.last else { return [] }
            let parts = [
                SumCandidate.Part(line: first), .init(line: window[window.startIndex + 1]),
                .init(line: last, isSubtracted: true),
            ]
            return [SumCandidate(total: total, parts: parts, isNamed: false, rivals: active.count)]
        }
        var parts: [[SumCandidate.Part]] = []
        for (plus, minus) in pairs(window) {
            parts.append([.init(line: plus), .init(line: minus, isSubtracted: true)])
            for other in window where other != plus && other != minus && other > plus {
                parts.append([.init(line: plus), .init(line: other), .init(line: minus, isSubtracted: true)])
            }
        }
        return parts.map { SumCandidate(total: total, parts: $0, isNamed: true, rivals: parts.count) }
    }

    private func pairs(_ lines: ArraySlice<Int>) -> [(Int, Int)] {
        lines.flatMap { plus in lines.filter { $0 != plus }.map { (plus, $0) } }
    }

    /// With the line whose figures are just what is missing wherever the sum fails.
    private func completed(_ evidence: SumEvidence) -> SumEvidence {
        guard !evidence.failed.isEmpty, evidence.telling > 0 else { return evidence }
        let used = Set(evidence.candidate.parts.map(\.line) + [evidence.candidate.total])
        for line in active where !used.contains(line) {
            let isMissing = evidence.failed.allSatisfy { outcome in
                if case .number(let units, _) = lines.entries[line][outcome.place] {
                    units == outcome.difference
                } else {
                    false
                }
            }
            guard isMissing else { continue }
            var candidate = evidence.candidate
            candidate.parts.append(.init(line: line))
            candidate.rivals *= active.count
            let whole = SumEvidence(candidate, in: lines, steps: steps)
            if SumEvidence.isBetter(whole, evidence) { return whole }
        }
        return evidence
    }

    /// Totals by their names that hold nowhere, for one digit that is another.
    private func slippedTotals() -> [SumEvidence] {
        let totals = Set(found.map(\.candidate.total))
        return active.indices.compactMap { position in
            let total = active[position]
            guard !totals.contains(total), words.isTotal(lines.labels[total]) else { return nil }
            let before = active[..<position].reversed().prefix { !words.isTotal(lines.labels[$0]) }
            let behind = active[(position + 1)...].prefix { !words.isTotal(lines.labels[$0]) }
            for block in [Array(before), Array(behind)] where block.count >= 2 {
                let candidate = SumCandidate(
                    total: total, parts: block.map { .init(line: $0) }, isNamed: true, rivals: 2)
                let evidence = SumEvidence(candidate, in: lines, steps: steps)
                if evidence.isSlippedTotal { return evidence }
            }
            return nil
        }
    }

    /// Lines of one sum, at most.
    private static let longest = 400
}
