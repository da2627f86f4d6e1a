import Foundation
import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import ReportReader

/// Random tables of requests and proceedings that add up.
struct MadeRequests {
    private static let columns = [
        "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation",
    ]
    let relations: [Relation]
    /// The rows of results, from 予以公开 to 3.其他.
    private let results: [String]

    /// - Parameter form: `2021`, or `2019` with (六)其他处理 in a single row.
    init(form name: String = "2021") throws {
        let form = try #require(try FormLibrary.builtIn().forms.first { $0.form == name })
        relations = form.relations(between: form.indicators).filter {
            $0.id.hasPrefix("requests.") || $0.id.hasPrefix("proceedings.")
        }
        let table = try #require(form.tables.first { $0.id == "requests" })
        let lines = table.blocks[0].lines
        let hasAlternative = lines.contains { $0.isAlternative }
        results = lines.filter { $0.isAlternative || !(hasAlternative && name == "2019" && $0.keys.first == "other") }
            .filter { !($0.isAlternative && name == "2021") }
            .map { $0.keys.joined(separator: ".") }
            .filter { !["new", "carried_in", "handled_total", "carried_out"].contains($0) }
    }

    /// Small and sparse figures as in most reports, or large ones everywhere as in a city's.
    enum Size: CaseIterable { case small, large }

    /// The figures of tables that add up.
    func figures(_ size: Size, using generator: inout SeededGenerator) -> [IndicatorCode: Int] {
        func draw() -> Int {
            switch size {
            case .small:
                Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 0...30, using: &generator) : 0
            case .large: Int.random(in: 0...4000, using: &generator)
            }
        }
        var figures: [String: Int] = [:]
        for column in Self.columns {
            var sum = 0
            for row in results {
                let value = draw()
                figures["requests.\(row).\(column)"] = value
                sum += value
            }
            figures["requests.handled_total.\(column)"] = sum
            let out = min(draw(), 300)
            let carried = min(draw(), sum + out)
            figures["requests.carried_out.\(column)"] = out
            figures["requests.carried_in.\(column)"] = carried
            figures["requests.new.\(column)"] = sum + out - carried
        }
        for row in results + ["new", "carried_in", "handled_total", "carried_out"] {
            figures["requests.\(row).total"] = Self.columns.reduce(0) { $0 + (figures["requests.\(row).\($1)"] ?? 0) }
        }
        for group in ["reconsideration", "litigation_direct", "litigation_after_reconsideration"] {
            let parts = ["upheld", "corrected", "other", "pending"]
            for part in parts { figures["proceedings.\(group).\(part)"] = draw() }
            figures["proceedings.\(group).total"] = parts.reduce(0) {
                $0 + (figures["proceedings.\(group).\($1)"] ?? 0)
            }
        }
        return Dictionary(uniqueKeysWithValues: figures.map { (IndicatorCode($0), $1) })
    }

    /// What can happen to a cell.
    enum Damage: CaseIterable {
        /// Its text was lost.
        case lost
        /// Its text is no number any more.
        case unreadable
    }

    /// The ledger of `figures` as read, with some cells damaged and some read wrongly.
    func ledger(
        _ figures: [IndicatorCode: Int], damaged: Set<IndicatorCode> = [], by damage: Damage = .lost,
        misread: [IndicatorCode: Int] = [:], isTextCertain: Bool = false
    ) -> Ledger {
        let texts = figures.map { code, value in
            let text = damaged.contains(code) ? (damage == .lost ? "" : "?") : String(misread[code] ?? value)
            return (code.description, text)
        }
        return MadeLedger.ledger(
            Dictionary(uniqueKeysWithValues: texts), relations: relations, isTextCertain: isTextCertain)
    }

    /// A number as it may be recognised: with one digit taken for another, lost or doubled.
    static func misreading(of value: Int, using generator: inout SeededGenerator) -> Int {
        let likes: [Character: [Character]] = [
            "0": ["6", "8"], "1": ["7"], "3": ["8"], "6": ["0", "8"], "7": ["1"], "8": ["0", "3", "6"],
        ]
        var readings: Set<Int> = []
        let digits = Array(String(value))
        for (index, digit) in digits.enumerated() {
            for like in likes[digit] ?? [] {
                var other = digits
                other[index] = like
                readings.insert(Int(String(other)) ?? value)
            }
            var doubled = digits
            doubled.insert(digit, at: index)
            readings.insert(Int(String(doubled)) ?? value)
            var lost = digits
            lost.remove(at: index)
            if !lost.isEmpty { readings.insert(Int(String(lost)) ?? value) }
        }
        readings.remove(value)
        return readings.sorted().randomElement(using: &generator) ?? value + 1
    }
}
