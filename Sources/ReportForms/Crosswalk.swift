public import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Which figures of the national forms of different years stand for the same thing, and whether they may be compared.
public struct Crosswalk: Hashable, Sendable {
    /// One thing that forms count.
    public struct Entry: Hashable, Sendable {
        public var concept: String
        /// By form.
        public var codes: [String: Codes]
        /// By the form that a step leads to, from the one before it.
        public var steps: [String: Comparison]
    }

    /// The figures of one form that stand for a concept: ways to print it, each the sum of its figures.
    public struct Codes: Hashable, Sendable {
        public var form: String
        /// Empty where the form does not have it.
        public var ways: [[IndicatorCode]]

        /// `a + b | c`: the sum of a and b, or c.
        public var text: String {
            ways.map { way in way.map(\.description).joined(separator: " + ") }.joined(separator: " | ")
        }
    }

    public struct Comparison: Hashable, Sendable {
        public var comparable: Comparable
        public var reason: Reason
    }

    public enum Comparable: String, Hashable, Sendable, Codable, CaseIterable {
        case yes
        /// They count nearly the same: not without a word about the difference.
        case withCare = "with_care"
        /// They count different things, or one form has no counterpart.
        case no
    }

    public struct Reason: Hashable, Sendable, Codable {
        public var zh: String
        public var en: String
    }

    /// From a form to the next one.
    public struct Step: Hashable, Sendable {
        public var concept: String
        public var from: Codes
        public var to: Codes
        public var comparable: Comparable
        public var reason: Reason
    }

    /// The forms' names, oldest first.
    public let forms: [String]
    public let entries: [Entry]

    /// The crosswalk of the package.
    public static func builtIn() throws -> Crosswalk {
        let data = try JSONDecoder().decode(CrosswalkData.self, from: Data(PackageResources.crosswalk_json))
        return Crosswalk(data, library: try FormLibrary.builtIn())
    }

    /// Every step for which a form on either side has figures: what one has and the other lacks is there too.
    public var steps: [Step] {
        entries.flatMap { entry in
            zip(forms, forms.dropFirst()).compactMap { older, newer in
                let from = entry.codes[older] ?? Codes(form: older, ways: [])
                let to = entry.codes[newer] ?? Codes(form: newer, ways: [])
                guard let comparison = entry.steps[newer], !(from.ways.isEmpty && to.ways.isEmpty) else { return nil }
                return Step(
                    concept: entry.concept, from: from, to: to, comparable: comparison.comparable,
                    reason: comparison.reason)
            }
        }
    }
}

/// The crosswalk's data file.
struct CrosswalkData: Decodable {
    var forms: [String]
    /// Each with its `concept`; by form its codes, sums joined by ` + ` and other ways to print it by ` | `; and for each step
    /// `to ` a form `yes`, `with_care` or `no` and the key of the reason. `*` in codes stands for any one key, and in the concept
    /// for the same. Of several entries that fit a code the first has it.
    var entries: [[String: String]]
    var reasons: [String: Crosswalk.Reason]

    func ways(_ entry: [String: String], form: String) -> [[IndicatorCode]] {
        (entry[form] ?? "").split(separator: " | ").map { way in
            way.split(separator: " + ").map { IndicatorCode(String($0)) }
        }
    }

    func comparison(_ entry: [String: String], to form: String) -> Crosswalk.Comparison? {
        let words = (entry["to \(form)"] ?? "").split(separator: " ").map(String.init)
        guard words.count == 2, let comparable = Crosswalk.Comparable(rawValue: words[0]),
            let reason = reasons[words[1]]
        else { return nil }
        return Crosswalk.Comparison(comparable: comparable, reason: reason)
    }
}

extension Crosswalk {
    init(_ data: CrosswalkData, library: FormLibrary) {
        forms = data.forms
        var rest: [String: [IndicatorCode]] = [:]
        for (form, indicators) in zip(library.forms, library.indicators) { rest[form.form] = indicators.map(\.code) }
        var entries: [Entry] = []
        for entry in data.entries {
            var patterns: [String: [[IndicatorCode]]] = [:]
            var steps: [String: Comparison] = [:]
            for form in data.forms {
                patterns[form] = data.ways(entry, form: form)
                steps[form] = data.comparison(entry, to: form)
            }
            for fill in Self.fills(of: patterns, rest: rest, forms: data.forms) {
                var codes: [String: Codes] = [:]
                for (form, ways) in patterns {
                    // Only what the form has, and no entry before this one.
                    let known = Set(rest[form] ?? [])
                    let own = ways.map { $0.map { $0.filled(with: fill) } }.filter { $0.allSatisfy(known.contains) }
                    guard !own.isEmpty else { continue }
                    codes[form] = Codes(form: form, ways: own)
                    let taken = Set(own.joined())
                    rest[form]?.removeAll(where: taken.contains)
                }
                let concept = IndicatorCode(entry["concept"] ?? "").filled(with: fill).description
                entries.append(Entry(concept: concept, codes: codes, steps: steps))
            }
        }
        self.entries = entries
    }

    /// What the stars of an entry may stand for, in the order of the forms' figures.
    private static func fills(
        of patterns: [String: [[IndicatorCode]]], rest: [String: [IndicatorCode]], forms: [String]
    ) -> [[String]] {
        var seen = Set<[String]>()
        return forms.flatMap { form in
            (patterns[form] ?? []).compactMap(\.first).flatMap { pattern in
                (rest[form] ?? []).compactMap { $0.fill(of: pattern) }
            }
        }.filter { seen.insert($0).inserted }
    }
}

extension IndicatorCode {
    /// What the stars of `pattern` stand for in this code; nil where it does not fit.
    fileprivate func fill(of pattern: IndicatorCode) -> [String]? {
        guard path.count == pattern.path.count, zip(path, pattern.path).allSatisfy({ $1 == "*" || $0 == $1 }) else {
            return nil
        }
        return zip(path, pattern.path).filter { $1 == "*" }.map(\.0)
    }

    /// The code with its stars replaced, in order.
    fileprivate func filled(with fill: [String]) -> IndicatorCode {
        var rest = fill[...]
        return IndicatorCode(path: path.map { $0 == "*" ? rest.popFirst() ?? "*" : $0 })
    }
}
