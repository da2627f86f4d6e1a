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
    /// All relations between the figures of the form, in its order.
    public var relations: [Relation] {
        checks.flatMap { check in
            let codes = indicators.map(\.code).filter { $0.table == check.table }
            guard let table = tables.first(where: { $0.id == check.table }) else { return [Relation]() }
            return names(check.over, in: table).compactMap { name in
                let left = check.left.flatMap { expand($0, with: name, in: codes) }
                let right = check.right.flatMap { expand($0, with: name, in: codes) }
                guard !left.isEmpty, !right.isEmpty else { return nil }
                return Relation(id: "\(check.id).\(name)", left: left, right: right)
            }
        }
    }

    private func names(_ scope: FormCheck.Scope, in table: FormTable) -> [String] {
        let names: [[String]] = table.blocks.flatMap { block in
            switch scope {
            case .columns: block.fields.map(\.keys)
            case .rows: block.lines.map(\.keys)
            case .groups: block.fields.map { Array($0.keys.dropLast()) }
            }
        }
        var seen = Set<[String]>()
        return names.filter { !$0.isEmpty && seen.insert($0).inserted }.map { $0.joined(separator: ".") }
    }

    /// The codes that `pattern` stands for, in the form's order.
    private func expand(_ pattern: String, with name: String, in codes: [IndicatorCode]) -> [IndicatorCode] {
        let wanted = pattern.split(separator: ".").flatMap { part in
            part == "{}" ? name.split(separator: ".") : [part]
        }
        return codes.filter { code in
            code.path.count == wanted.count + 1
                && zip(code.path.dropFirst(), wanted).allSatisfy { $1 == "*" || $0 == $1 }
        }
    }
}
