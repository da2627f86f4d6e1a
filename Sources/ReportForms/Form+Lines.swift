/// A row of figures of a form.
public struct FormLine: Hashable, Sendable {
    /// Its part of the codes; empty for the single row of a block without labels.
    public var keys: [String]
    /// Labels from the outermost heading to the row's own.
    public var labels: [String]
    /// The same in English; empty strings where the form has none.
    public var englishLabels: [String] = []
    /// The wordings of the row's own label.
    public var wordings: [String]
    /// The unit of the row's figures where the row names one.
    public var unit: String?
    /// A group printed as one row, which may stand in for the rows of the group.
    public var isAlternative: Bool
    /// Where its row stands in the form's file: indexes from the block's rows inwards.
    public var place: [Int] = []
}

/// A column of figures of a form.
public struct FormField: Hashable, Sendable {
    public var keys: [String]
    /// Labels from the outermost heading to the column's own.
    public var labels: [String]
    /// The same in English; empty strings where the form has none.
    public var englishLabels: [String]
    public var wordings: [String]
    /// Headings of the whole where the column is printed as several.
    public var whole: [String]
    public var unit: String?
    /// Its figures are changes, which may have a word for their sign.
    public var isChange = false
    /// Where it stands in the form's file: indexes from the block's columns inwards.
    public var place: [Int]
}

/// What a block shows from top to bottom: its rows of figures, and the headings around them.
public enum FormEntry: Hashable, Sendable {
    case line(FormLine)
    /// A group's label, with the labels around it.
    case heading(wordings: [String], outer: [String])

    public var line: FormLine? {
        if case .line(let line) = self { line } else { nil }
    }
}

extension FormBlock {
    /// The rows that hold figures, from top to bottom.
    public var lines: [FormLine] { entries.compactMap(\.line) }

    /// The rows that hold figures and the headings of groups of rows, from top to bottom.
    public var entries: [FormEntry] {
        guard !rows.isEmpty else {
            return [.line(FormLine(keys: [], labels: [], wordings: [], isAlternative: false))]
        }
        let around = FormLine(
            keys: [], labels: title.map { [$0] } ?? [], englishLabels: title.map { _ in [titleEn ?? ""] } ?? [],
            wordings: [], isAlternative: false)
        return rows.enumerated().flatMap { entries(of: $1, at: $0, in: around) }
    }

    private func entries(of row: FormRow, at index: Int, in outer: FormLine) -> [FormEntry] {
        var line = outer
        line.place.append(index)
        line.keys += row.key.map { [$0] } ?? []
        line.labels.append(row.label)
        line.englishLabels.append(row.labelEn ?? "")
        line.wordings = [row.label] + (row.also ?? [])
        line.unit = row.unit ?? outer.unit
        var own = line
        own.keys += row.figure.map { [$0] } ?? []
        guard let inner = row.rows else { return [.line(own)] }
        let rest = inner.enumerated().flatMap { entries(of: $1, at: $0, in: line) }
        if row.figure != nil { return [.line(own)] + rest }
        own.isAlternative = true
        let heading = FormEntry.heading(wordings: line.wordings, outer: outer.labels)
        return [row.mayStandAlone == true ? .line(own) : heading] + rest
    }

    /// The columns that hold figures, from left to right.
    public var fields: [FormField] {
        let around = FormField(keys: [], labels: [], englishLabels: [], wordings: [], whole: [], unit: unit, place: [])
        return columns.enumerated().flatMap { fields(of: $1, at: $0, in: around) }
    }

    private func fields(of column: FormColumn, at index: Int, in outer: FormField) -> [FormField] {
        var field = outer
        field.place.append(index)
        field.keys += column.key.map { [$0] } ?? []
        field.labels.append(column.label)
        field.englishLabels.append(column.labelEn ?? "")
        if let inner = column.columns {
            return inner.enumerated().flatMap { fields(of: $1, at: $0, in: field) }
        }
        field.wordings = [column.label] + (column.also ?? [])
        field.whole = column.whole ?? []
        field.unit = column.unit ?? unit
        field.isChange = column.change ?? false
        return [field]
    }
}
