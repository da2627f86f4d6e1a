import Foundation
import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import ReportReader

@Suite("Random tables of requests with cells left empty")
struct RandomTableTests {
    private static let columns = [
        "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation",
    ]
    private let relations: [Relation]
    /// The rows of results, from 予以公开 to 3.其他.
    private let results: [String]

    init() throws {
        let form = try #require(try FormLibrary.builtIn().forms.first { $0.form == "2021" })
        relations = form.relations(between: form.indicators).filter { $0.id.hasPrefix("requests.") }
        let table = try #require(form.tables.first { $0.id == "requests" })
        results = table.blocks[0].lines.filter { !$0.isAlternative }.map { $0.keys.joined(separator: ".") }
            .filter { !["new", "carried_in", "handled_total", "carried_out"].contains($0) }
    }

    /// The figures of a table that adds up, mostly zeros as in most reports.
    private func table(_ generator: inout SeededGenerator) -> [IndicatorCode: Int] {
        var figures: [String: Int] = [:]
        for column in Self.columns {
            var sum = 0
            for row in results {
                let value =
                    Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 0...30, using: &generator) : 0
                figures["\(row).\(column)"] = value
                sum += value
            }
            figures["handled_total.\(column)"] = sum
            let out = Int.random(in: 0...3, using: &generator)
            let carried = Int.random(in: 0...(sum + out), using: &generator)
            figures["carried_out.\(column)"] = out
            figures["carried_in.\(column)"] = carried
            figures["new.\(column)"] = sum + out - carried
        }
        for row in results + ["new", "carried_in", "handled_total", "carried_out"] {
            figures["\(row).total"] = Self.columns.reduce(0) { $0 + (figures["\(row).\($1)"] ?? 0) }
        }
        return Dictionary(uniqueKeysWithValues: figures.map { (IndicatorCode("requests.\($0)"), $1) })
    }

    private func ledger(
        _ figures: [IndicatorCode: Int], blanks: Set<IndicatorCode>, isTextCertain: Bool
    ) -> Ledger {
        MadeLedger.ledger(
            Dictionary(
                uniqueKeysWithValues: figures.map { ($0.description, blanks.contains($0) ? "" : String($1)) }),
            relations: relations, isTextCertain: isTextCertain)
    }

    @Test("a made table adds up")
    func adding() {
        var generator = SeededGenerator(seed: 1)
        let checks = ledger(table(&generator), blanks: [], isTextCertain: true).checks()
        #expect(checks.count == 39)
        #expect(checks.allSatisfy { $0.holds })
    }

    @Test("whatever is recovered is what was there", arguments: 1...12, [true, false])
    func recovered(count: Int, isTextCertain: Bool) {
        var generator = SeededGenerator(seed: UInt64(count))
        var total = 0
        for round in 0..<12 {
            let figures = table(&generator)
            let blanks = Set(figures.keys.sorted().shuffled(using: &generator).prefix(count))
            var ledger = ledger(figures, blanks: blanks, isTextCertain: isTextCertain)
            ledger.recover()
            for code in blanks.sorted() where ledger.figures[code]?.status == .recovered {
                #expect(ledger.figures[code]?.value == figures[code].map { Decimal($0) }, "\(code) in round \(round)")
                #expect(ledger.figures[code]?.evidence?.isEmpty == false)
                total += 1
            }
            #expect(
                figures.keys.allSatisfy {
                    blanks.contains($0) || ledger.figures[$0]?.value == Decimal(figures[$0] ?? -1)
                })
            if blanks.allSatisfy({ ledger.figures[$0]?.status == .recovered }) {
                let checks = ledger.checks()
                #expect(checks.count == 39)
                #expect(checks.allSatisfy { $0.holds })
            }
        }
        // One blank always follows; more may share what is left, but seldom do.
        #expect(total == count * 12 || count > 1)
        #expect(total > count * 10)
    }

    @Test("blanks in one row and one column are recovered together", arguments: [true, false])
    func rowAndColumn(isTextCertain: Bool) {
        var generator = SeededGenerator(seed: 99)
        let figures = table(&generator)
        let blanks = Set(
            figures.keys.filter { $0.path[1] == "new" || $0.path.last == "business" && $0.path[1] == "refused" })
        #expect(blanks.count == 7 + 8)
        var ledger = ledger(figures, blanks: blanks, isTextCertain: isTextCertain)
        ledger.recover()
        for code in blanks { #expect(ledger.figures[code]?.value == figures[code].map { Decimal($0) }, "\(code)") }
    }

    @Test("with a slip of the agency's, no check that speaks for a recovered figure fails")
    func slips() {
        var generator = SeededGenerator(seed: 1000)
        var recovered = 0
        var contradicted: [String] = []
        for count in 1...12 {
            for _ in 0..<20 {
                var figures = table(&generator)
                let codes = figures.keys.sorted().shuffled(using: &generator)
                let blanks = Set(codes.prefix(count))
                figures[codes[count]]? += Int.random(in: 1...5, using: &generator)
                var ledger = ledger(figures, blanks: blanks, isTextCertain: true)
                ledger.recover()
                let failed = Set(ledger.checks().filter { !$0.holds }.map(\.id))
                for code in blanks.sorted() where ledger.figures[code]?.status == .recovered {
                    recovered += 1
                    if !failed.isDisjoint(with: ledger.figures[code]?.evidence ?? []) {
                        contradicted.append("\(code) among \(count)")
                    }
                }
            }
        }
        #expect(recovered > 1000)
        #expect(contradicted == [])
    }
}
