/// Linear equations between unknown integers that are not negative, solved exactly: an unknown gets a value only where every
/// solution gives it that value.
///
/// First the bounds that each equation puts on its unknowns are narrowed until nothing moves: a sum of 0 makes all of its parts
/// 0. What then is left goes through Gauss–Jordan elimination over the integers (Bareiss 1968, with common divisors taken out),
/// and the reduced equations narrow the bounds once more. Every bound remembers the equations it comes from, so that a
/// contradiction names those it lies between.
struct IntegerSystem {
    struct Equation: Equatable {
        var terms: [Term]
        var constant: Int
        /// What it says comes from these.
        var sources: Set<Int>

        struct Term: Equatable {
            var unknown: Int
            var coefficient: Int
        }
    }

    /// The equations have no solution.
    struct Contradiction: Error, Equatable {
        /// The sources of equations that cannot all hold.
        var sources: Set<Int>
    }

    private struct Bounds {
        var lower = 0
        var upper: Int?
        var lowerSources: Set<Int> = []
        var upperSources: Set<Int> = []

        var value: Int? { lower == upper ? lower : nil }
        var sources: Set<Int> { lowerSources.union(upperSources) }
    }

    private var bounds: [Bounds]

    /// - Parameter count: of the unknowns, which are numbered from 0.
    init(unknowns count: Int, equations: [Equation]) throws(Contradiction) {
        bounds = Array(repeating: Bounds(), count: count)
        try narrow(by: equations)
        let reduced = try reduced(equations)
        if !reduced.isEmpty { try narrow(by: equations + reduced) }
    }

    /// The value of an unknown; nil where solutions differ.
    func value(of unknown: Int) -> Int? { bounds[unknown].value }

    /// The sources that fix an unknown's value.
    func sources(of unknown: Int) -> Set<Int> { bounds[unknown].sources }

    // MARK: Bounds

    /// More rounds mean that bounds creep up without end; what they say by then is true all the same.
    private static let mostRounds = 60

    private mutating func narrow(by equations: [Equation]) throws(Contradiction) {
        for _ in 0..<Self.mostRounds {
            var isMoving = false
            for equation in equations where try narrow(by: equation) { isMoving = true }
            if !isMoving { return }
        }
    }

    /// - Returns: true where a bound has moved.
    private mutating func narrow(by equation: Equation) throws(Contradiction) -> Bool {
        let least = extreme(of: equation, isLeast: true)
        let most = extreme(of: equation, isLeast: false)
        if least.open == 0, least.sum > equation.constant {
            throw Contradiction(sources: sources(of: equation, isLeast: true))
        }
        if most.open == 0, most.sum < equation.constant {
            throw Contradiction(sources: sources(of: equation, isLeast: false))
        }
        var isMoving = false
        for term in equation.terms {
            for (extreme, isLeast) in [(least, true), (most, false)] {
                let own = share(of: term, isLeast: isLeast)
                guard extreme.open == (own == nil ? 1 : 0) else { continue }
                // What the others leave for this term: at most so much where they are least, at least so much where they are most.
                let rest = equation.constant - (extreme.sum - (own ?? 0))
                if isLeast == (term.coefficient > 0) {
                    let upper = Self.floor(rest, by: term.coefficient)
                    guard bounds[term.unknown].upper.map({ upper < $0 }) ?? true else { continue }
                    bounds[term.unknown].upper = upper
                    bounds[term.unknown].upperSources = sources(of: equation, isLeast: isLeast, besides: term.unknown)
                } else {
                    let lower = -Self.floor(-rest, by: term.coefficient)
                    guard lower > bounds[term.unknown].lower else { continue }
                    bounds[term.unknown].lower = lower
                    bounds[term.unknown].lowerSources = sources(of: equation, isLeast: isLeast, besides: term.unknown)
                }
                isMoving = true
                if let upper = bounds[term.unknown].upper, upper < bounds[term.unknown].lower {
                    throw Contradiction(sources: bounds[term.unknown].sources)
                }
            }
        }
        return isMoving
    }

    /// The least or most that a term can be; nil where nothing bounds it.
    private func share(of term: Equation.Term, isLeast: Bool) -> Int? {
        let bounds = bounds[term.unknown]
        return (isLeast == (term.coefficient > 0) ? bounds.lower : bounds.upper).map { $0 * term.coefficient }
    }

    /// The least or most that the terms come to, and how many of them nothing bounds.
    private func extreme(of equation: Equation, isLeast: Bool) -> (sum: Int, open: Int) {
        equation.terms.reduce(into: (sum: 0, open: 0)) { extreme, term in
            if let share = share(of: term, isLeast: isLeast) { extreme.sum += share } else { extreme.open += 1 }
        }
    }

    private func sources(of equation: Equation, isLeast: Bool, besides unknown: Int? = nil) -> Set<Int> {
        equation.terms.reduce(into: equation.sources) { sources, term in
            guard term.unknown != unknown else { return }
            let bounds = bounds[term.unknown]
            sources.formUnion(isLeast == (term.coefficient > 0) ? bounds.lowerSources : bounds.upperSources)
        }
    }

    private static func floor(_ value: Int, by divisor: Int) -> Int {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    // MARK: Elimination

    /// The equations with known values put in and each pivot eliminated from all others.
    private func reduced(_ equations: [Equation]) throws(Contradiction) -> [Equation] {
        var rows = equations.map(substituted).filter { !$0.terms.isEmpty }
        var next = 0
        for pivot in Set(rows.flatMap { $0.terms.map(\.unknown) }).sorted() {
            // The shortest row keeps the others short.
            let choice = rows.indices[next...].filter { rows[$0].coefficient(of: pivot) != 0 }
                .min { rows[$0].terms.count < rows[$1].terms.count }
            guard let choice else { continue }
            rows.swapAt(next, choice)
            for index in rows.indices where index != next && rows[index].coefficient(of: pivot) != 0 {
                guard let row = rows[index].eliminating(pivot, by: rows[next]) else { return [] }
                if row.terms.isEmpty ? row.constant != 0 : row.constant % row.divisor != 0 {
                    throw Contradiction(sources: row.sources)
                }
                rows[index] = row
            }
            next += 1
        }
        return rows.filter { !$0.terms.isEmpty }
    }

    private func substituted(_ equation: Equation) -> Equation {
        var rest = Equation(terms: [], constant: equation.constant, sources: equation.sources)
        for term in equation.terms {
            if let value = bounds[term.unknown].value {
                rest.constant -= term.coefficient * value
                rest.sources.formUnion(bounds[term.unknown].sources)
            } else {
                rest.terms.append(term)
            }
        }
        return rest
    }
}

extension IntegerSystem.Equation {
    fileprivate func coefficient(of unknown: Int) -> Int {
        terms.first { $0.unknown == unknown }?.coefficient ?? 0
    }

    /// The greatest common divisor of the coefficients.
    fileprivate var divisor: Int {
        terms.reduce(0) { divisor, term in
            var (a, b) = (divisor, abs(term.coefficient))
            while b != 0 { (a, b) = (b, a % b) }
            return a
        }
    }

    /// Coefficients beyond this are given up: forms add up, and their equations stay near 1.
    private static let mostCoefficient = 1 << 20

    /// The equation less so much of `other` that `unknown` drops out; nil where the numbers grow too large.
    fileprivate func eliminating(_ unknown: Int, by other: Self) -> Self? {
        let (own, its) = (coefficient(of: unknown), other.coefficient(of: unknown))
        var sums: [Int: Int] = [:]
        for term in terms { sums[term.unknown, default: 0] += term.coefficient * its }
        for term in other.terms { sums[term.unknown, default: 0] -= term.coefficient * own }
        let (left, isLeftLost) = constant.multipliedReportingOverflow(by: its)
        let (right, isRightLost) = other.constant.multipliedReportingOverflow(by: own)
        let (constant, isLost) = left.subtractingReportingOverflow(right)
        guard !isLeftLost, !isRightLost, !isLost else { return nil }
        var row = Self(
            terms: sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
                Term(unknown: $0.key, coefficient: $0.value)
            }, constant: constant, sources: sources.union(other.sources))
        let divisor = row.divisor
        if divisor > 1, row.constant % divisor == 0 {
            row.constant /= divisor
            for index in row.terms.indices { row.terms[index].coefficient /= divisor }
        }
        return row.terms.allSatisfy { abs($0.coefficient) < Self.mostCoefficient } ? row : nil
    }
}
