public import ReportStandard

/// A relation between the figures of two reports on consecutive years: those of the year before and those added, less those taken
/// away, are those of the year.
public struct FormYearCheck: Hashable, Sendable, Codable {
    /// The first part of the ids; the name of what it runs over follows, if it runs over anything.
    public var id: String
    public var table: String
    public var over: FormCheck.Scope?
    /// Codes below the table as in a ``FormCheck``, in the report on the year before.
    public var before: [String]
    /// Codes in the report on the year.
    public var plus: [String]?
    /// Codes in the report on the year.
    public var minus: [String]?
    /// Codes in the report on the year.
    public var after: [String]
    /// Practice more than rule: worth a note where it does not hold.
    public var isAdvisory: Bool?
    /// Where the relation comes from.
    public var source: String?

    enum CodingKeys: String, CodingKey {
        case id, table, over, before, plus, minus, after, source
        case isAdvisory = "advisory"
    }
}

/// One relation between two years with its figures: `before` + `plus` − `minus` = `after`.
public struct YearRelation: Hashable, Sendable {
    public var id: String
    /// Of the year before; the other codes are of the year.
    public var before: [IndicatorCode]
    public var plus: [IndicatorCode]
    public var minus: [IndicatorCode]
    public var after: [IndicatorCode]
    public var isAdvisory: Bool
}

extension Form {
    /// All relations with the year before, in the order of the form's checks.
    public func yearRelations(between indicators: [Indicator]) -> [YearRelation] {
        (yearChecks ?? []).flatMap { check in
            guard let table = tables.first(where: { $0.id == check.table }) else { return [YearRelation]() }
            let codes = CodePatterns(indicators.lazy.map(\.code).filter { $0.table == check.table })
            return names(check.over, in: table).compactMap { name in
                func matching(_ patterns: [String]?) -> [IndicatorCode] {
                    (patterns ?? []).flatMap { codes.matching($0, name: name) }
                }
                let relation = YearRelation(
                    id: ([check.id] + name).joined(separator: "."), before: matching(check.before),
                    plus: matching(check.plus), minus: matching(check.minus), after: matching(check.after),
                    isAdvisory: check.isAdvisory ?? false)
                return relation.before.isEmpty || relation.after.isEmpty ? nil : relation
            }
        }
    }
}
