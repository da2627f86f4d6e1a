/// What a document's rows say to any table of any form, found out once.
struct PrintedRows {
    let rows: [TableRow]
    /// Of each row.
    let printed: [Row]
    /// For each row and each of ``cutLengths`` the rows from this one on as one; nil where they cannot be one.
    let cuts: [[Cut?]]

    struct Row {
        let title: Int?
        let headings: [HeaderColumn]
        /// Of the headings, where they cannot be told apart.
        let headingLetters: [Unicode.Scalar]
        let hasFigures: Bool
        /// Has more texts than a label and the headings around it.
        let hasManyTexts: Bool
        let label: Int?
        /// The label with the text before it: one set in two cells, or cut in two.
        let joinedLabel: Int?
        let outerLabels: [Int]
        /// How many cells it has, where they hold figures and blanks only.
        let plainCells: Int?
        let isBlank: Bool

        /// False where nothing in it could be a form's.
        var mayBeAnything: Bool { title != nil || !headings.isEmpty || label != nil || plainCells != nil }
    }

    /// A row in several.
    struct Cut {
        let labels: [Int]
        /// All of them in one.
        let whole: Int
    }

    /// Into how many rows one row may be cut: in two by a page's end, in three where a label's lines stand above, beside and below
    /// its figures.
    static let cutLengths = 2...3

    /// The label of a row and the headings around it; what a blank row says.
    private static let mostLabels = 4

    init(_ rows: [TableRow], matcher: inout LabelMatcher) {
        self.rows = rows
        printed = rows.map { Row($0, mostLabels: Self.mostLabels, matcher: &matcher) }
        cuts = rows.indices.map { first in
            Self.cutLengths.map { count in
                first + count <= rows.count ? Cut(rows[first..<(first + count)], matcher: &matcher) : nil
            }
        }
    }
}

extension PrintedRows.Row {
    fileprivate init(_ row: TableRow, mostLabels: Int, matcher: inout LabelMatcher) {
        title = row.title
        headings = row.headings
        headingLetters = row.isFlat ? row.headingLetters : []
        hasFigures = row.hasFigures
        hasManyTexts = Set(row.labels).count > mostLabels
        label = row.labels.last
        outerLabels = Array(row.labels.dropLast())
        if let label, let before = outerLabels.last {
            joinedLabel = matcher.number(joining: before, label)
        } else {
            joinedLabel = nil
        }
        // Of many figures one may be unreadable; in a picture several are, for marks beside them.
        let unclear = zip(row.cells, row.readings).count { $1 == .unclear && $0.doubt == nil }
        let isRecognized = row.cells.contains { $0.certainty != nil }
        plainCells = unclear <= row.cells.count / (isRecognized ? 3 : 10) ? row.cells.count : nil
        isBlank = row.readings.allSatisfy { $0 == .empty }
    }
}

extension PrintedRows.Cut {
    fileprivate init?(_ rows: ArraySlice<TableRow>, matcher: inout LabelMatcher) {
        guard rows.allSatisfy({ !$0.labels.isEmpty }), rows.count(where: \.hasFigures) <= 1,
            rows.count == 2 || rows.allSatisfy({ $0.isFlat || $0.isInferred })
        else { return nil }
        let labels = rows.compactMap(\.labels.last)
        guard Set(labels).count == labels.count else { return nil }
        self.labels = labels
        whole = labels.dropFirst().reduce(labels[0]) { matcher.number(joining: $0, $1) }
    }
}
