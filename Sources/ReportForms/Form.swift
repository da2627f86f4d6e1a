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
    public var yearChecks: [FormYearCheck]?
    /// How sentences repeat its figures.
    public var statements: [FormStatement]?
    /// How sentences tell its figures where no table shows them.
    public var told: FormTellings?

    enum CodingKeys: String, CodingKey {
        case form, title, source, sections, tables, checks, statements, told
        case yearChecks = "year_checks"
    }
}

extension Form {
    /// Stands for a unit that the form leaves to the agency.
    public static let unitAsPrinted = "as printed"
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
    public var labelEn: String?
    /// Agencies add rows of their own to it: only a row whose label is clearly the form's is taken for the form's.
    public var isOpen: Bool?
    public var blocks: [FormBlock]

    enum CodingKeys: String, CodingKey {
        case id, label, blocks
        case labelEn = "label_en"
        case isOpen = "open"
    }
}

/// Rows that share one set of columns.
public struct FormBlock: Hashable, Sendable, Codable {
    /// A line of its own above the column headings, such as an article.
    public var title: String?
    public var titleEn: String?
    /// What stands over the row labels.
    public var corner: String?
    /// Other wordings of ``corner``.
    public var cornerAlso: [String]?
    /// What stands over all columns.
    public var heading: String?
    /// The unit of figures whose column names none.
    public var unit: String?
    public var columns: [FormColumn]
    /// The labels of groups of rows are printed as rows of their own, not beside their rows.
    public var hasHeadingRows: Bool?
    /// Empty for a block with a single row of figures without a label.
    public var rows: [FormRow]

    enum CodingKeys: String, CodingKey {
        case title, corner, heading, unit, columns, rows
        case titleEn = "title_en"
        case cornerAlso = "corner_also"
        case hasHeadingRows = "heading_rows"
    }
}

/// A column, or a group of columns under one heading.
public struct FormColumn: Hashable, Sendable, Codable {
    /// Its part of the code; nil for a heading that codes do not name.
    public var key: String?
    public var label: String
    public var labelEn: String?
    public var also: [String]?
    /// For a block's only column, which agencies print as several, one for each level of government or each part of a whole: the
    /// headings of the one that holds the whole. Where none of several columns has such a heading, no figure is claimed.
    public var whole: [String]?
    /// `as printed` where the form leaves the unit to the agency.
    public var unit: String?
    /// Its figures are changes, which agencies also print with a word for the sign: 增加8.
    public var change: Bool?
    public var columns: [FormColumn]?

    enum CodingKeys: String, CodingKey {
        case key, label, also, whole, unit, change, columns
        case labelEn = "label_en"
    }
}

/// A row, or a group of rows under one heading.
public struct FormRow: Hashable, Sendable, Codable {
    /// Its part of the code; nil for a heading that codes do not name.
    public var key: String?
    /// The last part of the code of the row's own figures, where that is not `key`: for a row that has figures and rows under it,
    /// such as a sum.
    public var figure: String?
    public var label: String
    public var labelEn: String?
    public var also: [String]?
    /// The unit of its figures and of those of its rows; goes before that of column and block.
    public var unit: String?
    public var rows: [FormRow]?
    /// The group may be printed as one row, with figures of its own instead of those of its rows.
    public var mayStandAlone: Bool?

    enum CodingKeys: String, CodingKey {
        case key, figure, label, also, unit, rows
        case labelEn = "label_en"
        case mayStandAlone = "may_stand_alone"
    }
}

/// A relation between figures: the sums of both sides are equal.
public struct FormCheck: Hashable, Sendable, Codable {
    /// The first part of the ids; the name of what it runs over follows, if it runs over anything.
    public var id: String
    public var table: String
    /// nil for a single relation, whose id is `id`.
    public var over: Scope?
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
