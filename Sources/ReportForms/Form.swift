/// A statutory form, as its data file describes it: what is printed where, and which relations its figures satisfy.
///
/// Labels are matched after folding width and removing blanks, numerals and punctuation, so a file lists only real other
/// wordings under `also`.
public struct Form: Hashable, Sendable, Codable {
    /// Its name, such as `2021`.
    public var form: String
    public var title: String
    /// The document that prescribes it.
    public var source: String
    public var sections: [FormSection]
    public var tables: [FormTable]
    public var checks: [FormCheck]
}

/// A section heading of the form.
public struct FormSection: Hashable, Sendable, Codable {
    public var number: Int
    public var label: String
    public var also: [String]?

    public var wordings: [String] { [label] + (also ?? []) }
}

/// A table of the form: one block, or several under one another with headings of their own.
public struct FormTable: Hashable, Sendable, Codable {
    /// The first part of its figures' codes.
    public var id: String
    public var label: String
    public var blocks: [FormBlock]
}

/// Rows that share one set of columns.
public struct FormBlock: Hashable, Sendable, Codable {
    /// A line of its own above the column headings, such as an article.
    public var title: String?
    /// What stands over the row labels.
    public var corner: String?
    /// What stands over all columns.
    public var heading: String?
    /// The unit of figures whose column names none.
    public var unit: String?
    public var columns: [FormColumn]
    /// Empty for a block with a single row of figures without a label.
    public var rows: [FormRow]
}

/// A column, or a group of columns under one heading.
public struct FormColumn: Hashable, Sendable, Codable {
    /// Its part of the code; nil for a heading that codes do not name.
    public var key: String?
    public var label: String
    public var also: [String]?
    /// `as printed` where the form leaves the unit to the agency.
    public var unit: String?
    public var columns: [FormColumn]?
}

/// A row, or a group of rows under one heading.
public struct FormRow: Hashable, Sendable, Codable {
    /// Its part of the code; nil for a heading that codes do not name.
    public var key: String?
    public var label: String
    public var also: [String]?
    public var rows: [FormRow]?
    /// The group may be printed as one row, with figures of its own instead of those of its rows.
    public var mayStandAlone: Bool?

    enum CodingKeys: String, CodingKey {
        case key, label, also, rows
        case mayStandAlone = "may_stand_alone"
    }
}

/// A relation between figures: the sums of both sides are equal.
public struct FormCheck: Hashable, Sendable, Codable {
    /// The first part of the ids; the name of what it runs over follows.
    public var id: String
    public var table: String
    public var over: Scope
    /// Codes below the table, with `{}` for what the check runs over and `*` for every row or column in that place.
    public var left: [String]
    public var right: [String]
    /// Where the relation comes from.
    public var source: String?

    public enum Scope: String, Hashable, Sendable, Codable {
        case columns, rows
        /// Groups of columns.
        case groups
    }
}
