internal import ReportStandard

/// The status of a figure, with what speaks against it where it is in doubt.
struct Verdict: Hashable {
    var status: Figure.Status
    var doubts: [Doubt] = []
}

/// Makes a figure's status of what is known of it.
///
/// `printed` is given because something speaks for the figure, not because nothing speaks against it: its text, its place and its
/// report are certain, or else sums confirm what is not.
func verdict(_ evidence: Evidence) -> Verdict {
    if evidence.content == .absent { return Verdict(status: .missing) }
    if evidence.arithmetic.solution != nil, evidence.identity == .alone { return Verdict(status: .recovered) }
    if evidence.content == .blank { return Verdict(status: .blank) }
    let doubts = evidence.doubts
    let isReadable = evidence.content == .number
    return Verdict(status: isReadable && doubts.isEmpty ? .printed : .suspect, doubts: doubts)
}

extension Evidence {
    /// What speaks against the figure and no sum answers.
    fileprivate var doubts: [Doubt] {
        if isCertain { return [] }
        var doubts = text.doubts.union(placement.doubts)
        if text.origin == .damaged { doubts.insert(.damagedText) }
        if text.certainty == .single { doubts.insert(.readOnce) }
        if text.certainty == .doubtful { doubts.insert(.readingsDiffer) }
        if content == .number { doubts = doubts.filter { !$0.isAnswered(by: arithmetic) } }
        if identity == .rivalled { doubts.insert(.twoReports) }
        if prose?.isContradicted == true { doubts.insert(.statementsDiffer) }
        if prose?.addsUp == false { doubts.insert(.sumFails) }
        // Certain text is as the agency printed it: a sum that fails is the agency's own slip.
        if text.origin != .published, !arithmetic.failing.isEmpty { doubts.insert(.sumFails) }
        return doubts.sorted()
    }

    /// Nothing speaks against the figure: what is so of most needs no sums.
    private var isCertain: Bool {
        text.doubts.isEmpty && placement.doubts.isEmpty && identity == .alone && text.origin != .damaged
            && prose ?? ProseEvidence() == ProseEvidence() && (text.certainty ?? .agreed) == .agreed
            && (text.origin == .published || arithmetic.failing.isEmpty)
    }
}

extension Doubt {
    /// True where sums answer the doubt.
    fileprivate func isAnswered(by arithmetic: ArithmeticEvidence) -> Bool {
        switch self {
        // A wrong digit would break any sum, unless it is one of zeros; so would a figure that has been taken for its neighbour's
        // where the page, if no rules, sets them under their headings.
        case .damagedText, .readOnce, .rowTorn, .unruledTable:
            arithmetic.confirmations > 0
        // One of several readings was chosen: a single sum may hold by another that is wrong.
        case .readingsDiffer:
            arithmetic.confirmations > 1 || arithmetic.isAmongSure
        // A row that has slipped to the left or right breaks the sum along the row. The sums of columns may hold all the same:
        // those of the neighbour do.
        case .cellsFewerThanHeadings, .figuresRunTogether:
            arithmetic.isPlacedInRow
        // Of a row with blanks single figures may have slipped: the sum along the row holds all the same, that of the column fails.
        case .columnByPosition:
            arithmetic.isPlacedInRow && arithmetic.isInColumn
        // Two rows changed for one another, and what is cut in two or stands between two columns, break no sum for certain.
        case .noUnicode, .notOneNumber, .rowLabelUnclear, .groupUnclear, .rowDisplaced, .columnUnclear,
            .cellsMoreThanHeadings, .columnsLost, .noHeadings, .headingMissing, .sharedCell, .severalCells, .overrun,
            .leadingZero, .twoReports, .statementsDiffer, .sumFails:
            false
        }
    }
}
