package import DocumentModel

/// Every step on the way to the tables of one page: what was seen, what was tried, and what came of it.
package struct TableTrace: Hashable, Sendable {
    package var page: Int
    /// Parts of the page that are set on their side, each by itself, and the rest of the page last.
    package var parts: [Part]

    /// What was read in one direction. All places are in its frame.
    package struct Part: Hashable, Sendable {
        package let frame: PageFrame
        package let width: Double
        package let height: Double
        /// The rulings that a reader sees.
        package var rules: [Ruling] = []
        /// Those that look like one are one.
        package var horizontal: [Rule] = []
        package var vertical: [Rule] = []
        /// Drawn rules that hang together.
        package var groups: [RuleGroup] = []
        /// Edges of backgrounds that hang together.
        package var edgeGroups: [RuleGroup] = []
        /// In the order in which they were tried.
        package var candidates: [Candidate] = []
        /// Of the text outside all tables.
        package var lines: [TextLine] = []

        /// Where drawn rules cross.
        package var crossings: [Point] { groups.flatMap(\.crossings) }
    }

    /// What may have been a table.
    package struct Candidate: Hashable, Sendable {
        package let rule: TableRule
        package let box: Box
        package let outcome: Outcome
        /// The grid that the rules told before the text told more.
        package internal(set) var displaced: Grid?
    }

    package enum Outcome: Hashable, Sendable {
        /// - Parameters:
        ///   - glyphs: how many it takes from the candidates after it.
        ///   - standsAlone: false for what counts only as a part of a table on a neighbouring page.
        case table(Grid, glyphs: Int, standsAlone: Bool)
        case refused(Refusal)
    }

    package struct Grid: Hashable, Sendable {
        package let rows: Int
        package let columns: Int
        package let cells: Int

        init(_ piece: TablePiece) {
            (rows, columns, cells) = (piece.lattice.rows, piece.lattice.columns, piece.areas.count)
        }
    }

    /// Why something is no table.
    package enum Refusal: String, Hashable, Sendable, Codable {
        /// All text in it belongs to tables before it, or there is none.
        case noText = "no_text"
        /// The rules enclose nothing.
        case encloseNothing = "enclose_nothing"
        /// A frame round tables, or round most of the page.
        case frame
        case blank
        /// Few texts among many squares, texts over borders, or curves.
        case chart
        /// Shades behind few texts.
        case mostlyEmpty = "mostly_empty"
        /// Shades of a single row where tables are looked for, or the other way round.
        case otherShape = "other_shape"
        /// It lies in a table that was made just before.
        case insideTable = "inside_table"
        /// The text shows no columns or no rows.
        case noColumns = "no_columns"
        /// Prose, a list, or too few figures.
        case unlikeTable = "unlike_table"
        /// Boxes with text that stand in no columns: a chart's bars.
        case bars
        /// Running text with coloured words.
        case prose
        /// On its side, and too little to be a table.
        case tooFewSideways = "too_few_sideways"
    }
}

/// The rules that make tables, in their order.
package enum TableRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// Drawn rules that cross.
    case rules
    /// Edges of backgrounds that cross, several rows and columns of them.
    case boxEdges = "box_edges"
    /// Texts in columns between horizontal rules.
    case betweenRules = "between_rules"
    /// Texts in columns.
    case alignment
    /// Edges of backgrounds of single rows.
    case shadedRows = "shaded_rows"
    /// The borders that the caller gave.
    case givenColumns = "given_columns"

    var isRuled: Bool {
        switch self {
        case .rules, .boxEdges, .shadedRows: true
        case .betweenRules, .alignment, .givenColumns: false
        }
    }
}
