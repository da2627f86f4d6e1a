import Foundation
import ReportStandard
import TestSupport
import Testing

@testable import ReportReader

/// How much of what is lost comes back, and that all of it is right: random tables of requests and proceedings by the forms of
/// 2021 and 2019, small and sparse or large.
///
/// The share of k cells, chosen at random among 205 (191 by the form of 2019), that come back right; nothing came back wrong. 100
/// tables for each number. A misread figure is not put right but named, with the value that the checks ask for; those of the
/// proceedings, with one check each, cannot be, and more than three in a table are too many to be sure of any.
///
/// Misread and lost figures together can agree on something wrong: two figures misread by the same amount at the corners of a
/// rectangle that has a lost one at the third. Of 864 tables with up to six lost and three misread figures it happened in one.
///
/// | k | lost or unreadable, recovered | misread, named |
/// |---|---|---|
/// | 1 | 1.00 | 0.97 |
/// | 2 | 1.00 | 0.92 |
/// | 3 | 1.00 | 0.86 |
/// | 4 | 0.995 | 0.08 |
/// | 5 | 0.99 | 0.02 |
/// | 6 to 8 | 0.99 | 0 |
/// | 9 to 12 | 0.9 (8 tables each) | 0 |
///
/// Where many are lost, some stay open, and the sums that fail for want of them put figures in doubt: nothing is recovered from those.
@Suite("Random tables with damaged cells")
struct RecoveredShareTests {
    private func forEachTable(
        _ count: Int, seed: Int, _ body: (MadeRequests, [IndicatorCode: Int], inout SeededGenerator) throws -> Void
    ) throws {
        for form in ["2021", "2019"] {
            let made = try MadeRequests(form: form)
            for size in MadeRequests.Size.allCases {
                var generator = SeededGenerator(seed: UInt64(seed))
                for _ in 0..<count { try body(made, made.figures(size, using: &generator), &generator) }
            }
        }
    }

    /// Tables of each form and size.
    private static let rounds = 2

    @Test("what is recovered is right", arguments: 1...12, MadeRequests.Damage.allCases)
    func recovered(count: Int, damage: MadeRequests.Damage) throws {
        var (recovered, lost) = (0, 0)
        try forEachTable(Self.rounds, seed: count) { made, figures, generator in
            let damaged = Set(figures.keys.sorted().shuffled(using: &generator).prefix(count))
            var ledger = made.ledger(figures, damaged: damaged, by: damage)
            ledger.recover()
            lost += count
            for code in damaged where ledger.figures[code]?.status == .recovered {
                #expect(ledger.figures[code]?.value == figures[code].map { Decimal($0) }, "\(code)")
                #expect(ledger.figures[code]?.evidence?.isEmpty == false)
                recovered += 1
            }
            #expect(ledger.misread.isEmpty)
        }
        #expect(Double(recovered) >= (count < 4 ? 1 : 0.85) * Double(lost))
    }

    @Test("what is proposed for misread figures is right", arguments: 1...12)
    func misread(count: Int) throws {
        var (named, all) = (0, 0)
        try forEachTable(Self.rounds, seed: 100 + count) { made, figures, generator in
            var misread: [IndicatorCode: Int] = [:]
            for code in figures.keys.sorted().shuffled(using: &generator).prefix(count) {
                misread[code] = MadeRequests.misreading(of: figures[code] ?? 0, using: &generator)
            }
            var ledger = made.ledger(figures, misread: misread)
            ledger.recover()
            all += count
            named += ledger.misread.count
            for (code, proposal) in ledger.misread {
                #expect(proposal.value == figures[code].map { Decimal($0) }, "\(code) among \(misread)")
            }
        }
        #expect(Double(named) >= ([1: 0.9, 2: 0.85, 3: 0.7][count] ?? 0) * Double(all))
    }

    @Test("misread figures among damaged ones never make a wrong value", arguments: 1...6, 1...2)
    func mixed(damage: Int, slips: Int) throws {
        try forEachTable(Self.rounds, seed: damage * 10 + slips) { made, figures, generator in
            // The proceedings have one relation each: nothing tells a misread figure there.
            let codes = figures.keys.filter { $0.table == "requests" }.sorted().shuffled(using: &generator)
            let damaged = Set(codes.prefix(damage))
            var misread: [IndicatorCode: Int] = [:]
            for code in codes[damage..<(damage + slips)] {
                misread[code] = MadeRequests.misreading(of: figures[code] ?? 0, using: &generator)
            }
            var ledger = made.ledger(figures, damaged: damaged, misread: misread)
            ledger.recover()
            for code in damaged where ledger.figures[code]?.status == .recovered {
                #expect(
                    ledger.figures[code]?.value == figures[code].map { Decimal($0) },
                    "\(code) recovered; damaged \(damaged), misread \(misread)")
            }
            for (code, proposal) in ledger.misread {
                #expect(
                    proposal.value == figures[code].map { Decimal($0) },
                    "\(code) proposed; damaged \(damaged), misread \(misread)")
            }
        }
    }
}

@Suite("A figure that was read wrongly")
struct MisreadTests {
    private static let relations = MadeLedger.relations(
        """
        column.n: a.n + b.n = t.n
        column.m: a.m + b.m = t.m
        column.t: a.t + b.t = t.t
        row.a: a.n + a.m = a.t
        row.b: b.n + b.m = b.t
        row.t: t.n + t.m = t.t
        """)
    private static let figures = [
        "a.n": "12", "a.m": "5", "a.t": "17", "b.n": "30", "b.m": "4", "b.t": "34", "t.n": "42", "t.m": "9",
        "t.t": "51",
    ]

    private func misread(_ changes: [String: String], isTextCertain: Bool = false) -> [String: String] {
        var ledger = MadeLedger.ledger(
            Self.figures.merging(changes) { $1 }, relations: Self.relations, isTextCertain: isTextCertain)
        ledger.recover()
        return Dictionary(uniqueKeysWithValues: ledger.misread.map { ($0.key.description, $0.value.value.description) })
    }

    @Test("it is where the row and the column that fail meet", arguments: figures.keys.sorted())
    func single(code: String) {
        #expect(misread([code: "77"]) == [code: Self.figures[code]])
        #expect(misread([code: "77"], isTextCertain: true) == [:])
    }

    @Test("two of them in one row or column, or apart by different amounts, are found")
    func pairs() {
        #expect(misread(["a.n": "72", "a.m": "8"]) == ["a.n": "12", "a.m": "5"])
        #expect(misread(["a.n": "72", "b.m": "9"]) == ["a.n": "12", "b.m": "4"])
    }

    @Test("two that are wrong by the same amount could as well be two others: none is named")
    func ambiguous() { #expect(misread(["a.n": "13", "b.m": "5"]) == [:]) }

    @Test("with a value in the middle of a check that fails, and no other check, none is named")
    func oneCheck() {
        var ledger = MadeLedger.ledger(
            ["a": "1", "b": "2", "t": "5"], relations: MadeLedger.relations("r: a + b = t"), isTextCertain: false)
        ledger.recover()
        #expect(ledger.misread.isEmpty)
    }

    @Test("the others in its checks are not in doubt")
    func others() {
        var ledger = MadeLedger.ledger(
            Self.figures.merging(["b.n": "80"]) { $1 }, relations: Self.relations, isTextCertain: false)
        ledger.recover()
        #expect(ledger.figures.filter { $0.value.status == .suspect }.map(\.key.description) == ["b.n"])
        #expect(ledger.figures[IndicatorCode("b.n")]?.evidence == ["column.n", "row.b"])
        #expect(ledger.figures[IndicatorCode("b.n")]?.value == 80)
    }
}
