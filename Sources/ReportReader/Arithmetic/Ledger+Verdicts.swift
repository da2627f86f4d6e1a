internal import DocumentModel
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What sums confirm, and what follows from that.
extension Ledger {
    /// The verdict on every figure. A sum with a figure that stays in doubt confirms nothing, so that others may come into doubt,
    /// too: again until nothing changes.
    mutating func verdicts() -> [IndicatorCode: Verdict] {
        var verdicts = evidence.mapValues { verdict($0.unconfirmed) }
        let open = verdicts.keys.filter { verdicts[$0]?.status == .suspect && evidence[$0]?.content == .number }
        guard !open.isEmpty else { return verdicts }
        let doubtful = Set(open.filter { evidence[$0]?.text.certainty == .doubtful })
        var confirmations = confirmations(of: Set(open))
        while true {
            // Figures whose readings differ speak for no other one before they are confirmed themselves, by those that need nothing
            // of theirs.
            var doubted = doubtful
            while true {
                note(confirmations, for: open, doubted: doubted, cleared: doubtful.subtracting(doubted))
                for code in open { verdicts[code] = evidence[code].map(verdict) }
                let rest = doubted.filter { verdicts[$0]?.status == .suspect }
                if rest.count == doubted.count { break }
                doubted = rest
            }
            let kept = confirmations.filter { $0.codes.allSatisfy { verdicts[$0]?.status != .suspect } }
            if kept.count == confirmations.count { return verdicts }
            confirmations = kept
        }
    }

    private func confirmations(of codes: Set<IndicatorCode>) -> [ConfirmingSum] {
        complete.compactMap { relation in
            let all = relation.left + relation.right
            guard all.contains(where: codes.contains), all.allSatisfy(isRead) else { return nil }
            return ConfirmingSum(relation) { figures[$0]?.value }
        }
    }

    /// A number as it was read, or a blank that nothing has filled in: what follows from a sum does not confirm it.
    private func isRead(_ code: IndicatorCode) -> Bool {
        switch evidence[code]?.content {
        case .number: evidence[code]?.arithmetic.solution == nil
        case .blank: figures[code]?.value ?? 0 == 0
        case .unreadable, .absent, nil: false
        }
    }

    /// - Parameters:
    ///   - doubted: figures whose readings differ; a sum with one of them speaks for that one alone.
    ///   - cleared: those that are confirmed by now.
    private mutating func note(
        _ confirmations: [ConfirmingSum], for codes: [IndicatorCode], doubted: Set<IndicatorCode>,
        cleared: Set<IndicatorCode>
    ) {
        for code in codes {
            let own = confirmations.filter { sum in
                sum.codes.contains(code) && sum.codes.allSatisfy { $0 == code || !doubted.contains($0) }
            }
            let isAmongSure = own.contains { confirmation in
                confirmation.codes.allSatisfy {
                    $0 == code || evidence[$0]?.text.certainty == .agreed || cleared.contains($0)
                }
            }
            evidence[code]?.arithmetic.confirmations = own.count
            evidence[code]?.arithmetic.isAmongSure = isAmongSure
            evidence[code]?.arithmetic.isPlacedInRow = own.contains { $0.isAlongRow && $0.isPlacing }
            evidence[code]?.arithmetic.isInColumn = own.contains { !$0.isAlongRow }
        }
    }
}

extension Evidence {
    /// Before any sum is looked at that might confirm it.
    fileprivate var unconfirmed: Evidence {
        var evidence = self
        evidence.arithmetic = ArithmeticEvidence(failing: arithmetic.failing, solution: arithmetic.solution)
        return evidence
    }
}
