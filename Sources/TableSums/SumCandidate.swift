/// Lines of which one may be the sum of the others.
struct SumCandidate {
    struct Part: Equatable {
        /// Index among the lines.
        var line: Int
        var isSubtracted = false
    }

    var total: Int
    var parts: [Part]
    var isNamed: Bool
    /// How many candidates were tried besides it.
    var rivals: Int

    /// What it comes to in one place; nil where that says nothing: a figure that is none, or no total.
    func outcome(in lines: FigureLines, at place: Int, step: Int) -> SumOutcome? {
        guard case .number(let total, _) = lines.entries[self.total][place] else { return nil }
        var sum = 0
        var values: [Int] = []
        for part in parts {
            switch lines.entries[part.line][place] {
            case .number(let units, _):
                values.append(units)
                sum += part.isSubtracted ? -units : units
            case .nothing: break
            case .other: return nil
            }
        }
        return values.isEmpty ? nil : SumOutcome(place: place, total: total, sum: sum, parts: values, step: step)
    }
}

/// What the figures of one place make of a candidate.
struct SumOutcome {
    var place: Int
    var total: Int
    var sum: Int
    /// The parts' figures without their signs in the sum.
    var parts: [Int]
    /// The last printed decimal.
    var step: Int

    var difference: Int { total - sum }
    var isExact: Bool { difference == 0 }

    /// Within what rounding each figure to its last decimal explains.
    var isNear: Bool { 2 * abs(difference) <= (parts.count + 1) * step }

    /// The probability that figures of this size come out so by chance; 1 where they are nothing but zeros.
    var chance: Double {
        let filled = parts.count { $0 != 0 }
        if filled == 0 { return 1 }
        // One figure that is the same twice says little.
        if filled == 1 { return isExact ? 0.3 : 1 }
        let size = Double(abs(total) / step) + 1
        return min(1, Double(isExact ? 1 : parts.count + 2) / size)
    }

    /// The probability that figures rounded to their last decimal add up exactly: errors of rounding are spread evenly over one unit.
    var chanceOfExactness: Double { min(0.75, (6 / (.pi * Double(parts.count + 1))).squareRoot()) }

    /// A sum that fails, of a place where figures are added up at all: not of one with averages or rates, whose total lies among
    /// its parts.
    var isPlausibleFailure: Bool {
        if isDigitSlip { return true }
        let largest = parts.map(abs).max() ?? 0
        return abs(total) > largest && abs(difference) * 2 <= max(abs(total), abs(sum))
    }

    /// One digit of one figure written for another explains the difference.
    var isDigitSlip: Bool {
        var rest = abs(difference)
        guard rest > 0 else { return false }
        while rest % 10 == 0 { rest /= 10 }
        return rest < 10
    }
}
