public import ReportStandard

/// One relation with its figures: the sum of `left` equals the sum of `right`.
public struct Relation: Hashable, Sendable {
    public var id: String
    public var left: [IndicatorCode]
    public var right: [IndicatorCode]

    public init(id: String, left: [IndicatorCode], right: [IndicatorCode]) {
        self.id = id
        self.left = left
        self.right = right
    }
}

extension Form {
    /// All relations between `indicators`, the form's own figures, in the order of its checks.
    public func relations(between indicators: [Indicator]) -> [Relation] {
        checks.flatMap { check in
            guard let table = tables.first(where: { $0.id == check.table }) else { return [Relation]() }
            let codes = CodePatterns(indicators.lazy.map(\.code).filter { $0.table == check.table })
            return names(check.over, in: table).compactMap { name in
                let left = check.left.flatMap { codes.matching($0, name: name) }
                let right = check.right.flatMap { codes.matching($0, name: name) }
                guard !left.isEmpty, !right.isEmpty else { return nil }
                return Relation(id: ([check.id] + name).joined(separator: "."), left: left, right: right)
            }
        }
    }

    /// What a check runs over: the keys of columns, rows or groups of columns, each once.
    /// A check that runs over nothing has one name without keys.
    func names(_ scope: FormCheck.Scope?, in table: FormTable) -> [[String]] {
        guard let scope else { return [[]] }
        let names: [[String]] = table.blocks.flatMap { block in
            switch scope {
            case .columns: block.fields.map(\.keys)
            case .rows: block.lines.map(\.keys)
            case .groups: block.fields.map { Array($0.keys.dropLast()) }
            }
        }
        var seen = Set<[String]>()
        return names.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

/// Codes of one table, for finding those that a pattern stands for.
struct CodePatterns {
    private let codes: [IndicatorCode]
    /// By path without the table.
    private let byPath: [ArraySlice<String>: IndicatorCode]

    init(_ codes: some Sequence<IndicatorCode>) {
        self.codes = Array(codes)
        byPath = Dictionary(self.codes.map { ($0.path.dropFirst(), $0) }) { first, _ in first }
    }

    /// - Parameters:
    ///   - pattern: keys below the table; `{}` stands for `name`, `*` for any key.
    /// - Returns: the codes in the form's order.
    func matching(_ pattern: String, name: [String]) -> [IndicatorCode] {
        let path = pattern.split(separator: ".").flatMap { $0 == "{}" ? name : [String($0)] }
        guard path.contains("*") else { return byPath[path[...]].map { [$0] } ?? [] }
        return codes.filter { code in
            code.path.count == path.count + 1
                && zip(code.path.dropFirst(), path).allSatisfy { $1 == "*" || $0 == $1 }
        }
    }
}
