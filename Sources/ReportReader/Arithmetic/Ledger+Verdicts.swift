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
        var confirmations = confirmations(of: Set(open))
        while true {
            note(confirmations, for: open)
            for code in open { verdicts[code] = evidence[code].map(verdict) }
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

    /// A number, or a blank that nothing has filled in: what follows from a sum does not confirm it.
    private func isRead(_ code: IndicatorCode) -> Bool {
        switch evidence[code]?.content {
        case .number: true
        case .blank: figures[code]?.value ?? 0 == 0
        case .unreadable, .absent, nil: false
        }
    }

    private mutating func note(_ confirmations: [ConfirmingSum], for codes: [IndicatorCode]) {
        for code in codes {
            let own = confirmations.filter { $0.codes.contains(code) }
            let isAmongSure = own.contains { confirmation in
                confirmation.codes.allSatisfy { $0 == code || evidence[$0]?.text.certainty == .agreed }
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
