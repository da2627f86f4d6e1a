#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What all places make of a candidate.
struct SumEvidence {
    let candidate: SumCandidate
    let held: [SumOutcome]
    /// Sums that fail where figures are added up.
    let failed: [SumOutcome]
    /// Places whose figures are not added up, as it seems.
    let strange: Int
    /// Decimal logarithm of how many candidates as good as this one were to be expected.
    let logChance: Double

    init(_ candidate: SumCandidate, in lines: FigureLines, steps: [Int]) {
        self.candidate = candidate
        let outcomes = lines.places.indices.compactMap { candidate.outcome(in: lines, at: $0, step: steps[$0]) }
        held = outcomes.filter(\.isNear)
        let rest = outcomes.filter { !$0.isNear }
        failed = rest.filter(\.isPlausibleFailure)
        strange = rest.count - failed.count
        let told = held.map(\.chance).filter { $0 < 1 }
        var chance = told.reduce(0) { $0 + log10($1) } + log10(Double(max(candidate.rivals, 1)))
        // Which of the places fail is free.
        for index in failed.indices { chance += log10(Double(told.count + failed.count - index) / Double(index + 1)) }
        logChance = chance
        telling = told.count
    }

    /// Places where the sum holds and chance does not explain it.
    let telling: Int

    /// Unlikely to be chance: without a word for it by a millionth, where a word calls it a sum by a hundredth.
    var isConvincing: Bool {
        if candidate.isNamed { return logChance < -2 && failed.count <= telling && strange <= 2 * telling }
        return logChance < -6 && 3 * failed.count <= telling && 3 * strange <= telling
    }

    /// How many relations as good as this one were to be expected by chance.
    var chance: Double { isSlippedTotal ? slipChance : min(1, pow(10, logChance)) }

    /// A total by its name that holds nowhere: the sum of just what stands before it, but for one digit in each place.
    var isSlippedTotal: Bool {
        candidate.isNamed && telling == 0 && strange == 0 && !failed.isEmpty && failed.allSatisfy(\.isDigitSlip)
            && slipChance < 0.02
    }

    /// Of all differences that figures of so many digits can have, the share of those of one digit.
    private var slipChance: Double {
        failed.reduce(1) { chance, outcome in
            let digits = Double(String(abs(outcome.total) / outcome.step).count)
            return chance * 9 * digits / pow(10, digits)
        }
    }

    /// Fewer failures first, then what is less likely by chance, then more parts: lines of zeros belong to it too.
    static func isBetter(_ left: SumEvidence, _ right: SumEvidence) -> Bool {
        let (wrong, other) = (left.failed.count + left.strange, right.failed.count + right.strange)
        if wrong != other { return wrong < other }
        if abs(left.logChance - right.logChance) > 0.01 { return left.logChance < right.logChance }
        return left.candidate.parts.count > right.candidate.parts.count
    }
}
