internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A report's relations and what is read of their figures, ready to be solved for any of them.
struct RelationSystem {
    private struct Entry {
        var terms: [IntegerSystem.Equation.Term]
        var hasNumber = false
        /// False where a number is not whole.
        var isWhole = true
    }

    private let codes: [IndicatorCode]
    private let indexes: [IndicatorCode: Int]
    private let entries: [Entry]
    private let values: [Int]
    /// The relations of every code, by index.
    private let relations: [[Int]]

    struct Solution {
        /// What every solution agrees on.
        var values: [IndicatorCode: Int] = [:]
        /// The relations that fix a value.
        var sources: [IndicatorCode: Set<Int>] = [:]
        /// The relations that do not agree with each other, or not with the figures in them.
        var disputed: Set<Int> = []
    }

    /// - Parameter values: what is read; a code without a value counts as 0 unless it is asked for.
    init(_ relations: [Relation], values: [IndicatorCode: Decimal]) {
        var indexes: [IndicatorCode: Int] = [:]
        var codes: [IndicatorCode] = []
        var of: [[Int]] = []
        var entries: [Entry] = []
        var whole: [Int] = []
        var isWhole: [Bool] = []
        for (number, relation) in relations.enumerated() {
            var entry = Entry(terms: [])
            for (side, sign) in [(relation.left, 1), (relation.right, -1)] {
                for code in side {
                    let index = indexes[code] ?? codes.count
                    if index == codes.count {
                        indexes[code] = index
                        codes.append(code)
                        of.append([])
                        let value = values[code].flatMap(Int.init(whole:))
                        whole.append(value ?? 0)
                        isWhole.append(values[code] == nil || value != nil)
                    }
                    of[index].append(number)
                    entry.terms.append(.init(unknown: index, coefficient: sign))
                    if values[code] != nil { entry.hasNumber = true }
                    if !isWhole[index] { entry.isWhole = false }
                }
            }
            entries.append(entry)
        }
        self.codes = codes
        self.indexes = indexes
        self.entries = entries
        self.values = whole
        self.relations = of
    }

    /// The relations that a figure stands in.
    func relations(of code: IndicatorCode) -> [Int] { indexes[code].map { relations[$0] } ?? [] }

    func codes(in relation: Int) -> [IndicatorCode] { entries[relation].terms.map { codes[$0.unknown] } }

    /// The figures that stand in two or more of these relations.
    func repeated(in relations: Set<Int>) -> Set<IndicatorCode> {
        var once = Set<IndicatorCode>()
        return Set(relations.flatMap(codes).filter { !once.insert($0).inserted })
    }

    /// The figures that stand in one of these relations, and in no other that holds without anything unknown.
    func unconfirmed(in disputed: Set<Int>, unknown: Set<IndicatorCode>) -> Set<IndicatorCode> {
        Set(disputed.flatMap(codes)).filter { code in
            !relations(of: code).contains { relation in
                !disputed.contains(relation) && codes(in: relation).allSatisfy { !unknown.contains($0) }
            }
        }
    }

    /// Solves for `unknown`. Relations that contradict each other are taken out, all of them, until the rest agrees.
    func solve(for unknown: Set<IndicatorCode>) -> Solution {
        var numbers = [Int?](repeating: nil, count: codes.count)
        var asked: [Int] = []
        for index in unknown.compactMap({ indexes[$0] }).sorted() {
            numbers[index] = asked.count
            asked.append(index)
        }
        var equations: [Int: IntegerSystem.Equation] = [:]
        for (number, entry) in entries.enumerated() where entry.isWhole {
            var equation = IntegerSystem.Equation(terms: [], constant: 0, sources: [number])
            for term in entry.terms {
                if let place = numbers[term.unknown] {
                    equation.terms.append(.init(unknown: place, coefficient: term.coefficient))
                } else {
                    equation.constant -= term.coefficient * values[term.unknown]
                }
            }
            // With nothing printed in it a relation says nothing of a single figure.
            if entry.hasNumber || equation.terms.count > 1 { equations[number] = equation }
        }
        var solution = Solution()
        while true {
            do {
                let system = try IntegerSystem(
                    unknowns: asked.count, equations: equations.sorted { $0.key < $1.key }.map(\.value))
                for (place, index) in asked.enumerated() {
                    guard let value = system.value(of: place) else { continue }
                    solution.values[codes[index]] = value
                    solution.sources[codes[index]] = system.sources(of: place)
                }
                return solution
            } catch {
                solution.disputed.formUnion(error.sources)
                for source in error.sources { equations[source] = nil }
            }
        }
    }
}

extension Int {
    /// nil for a fraction and for more than any figure of a report can be.
    init?(whole value: Decimal) {
        guard abs(value) < 1_000_000_000_000, let whole = Int(value.description) else { return nil }
        self = whole
    }
}
