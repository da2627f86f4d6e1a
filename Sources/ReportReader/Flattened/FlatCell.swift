/// A cell of a flattened table.
struct FlatCell: Equatable {
    var text: String
    var kind: Kind
    /// How many figures the row of this label has, by the forms that have it.
    var columns: Set<Int> = []
    /// One of several digits that ran together.
    var isCut = false
    /// The label heads a group of rows in some form: it may stand without figures.
    var isHeading = false

    enum Kind {
        /// The label of a row of figures, and one that may as well head a column.
        case label, labelOrColumn
        /// The heading of a group of rows.
        case group
        case title, column, figure, blank
        /// None of the form's words.
        case unknown
    }

    var isKnown: Bool {
        switch kind {
        case .figure, .blank, .unknown: false
        case .label, .labelOrColumn, .group, .title, .column: true
        }
    }

    var isText: Bool { kind != .figure && kind != .blank }
}
