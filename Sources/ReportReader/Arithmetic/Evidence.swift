internal import DocumentModel
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What is known of one figure, in four parts, and of one that a sentence tells in a fifth. ``verdict(_:)`` makes the figure's status of it, and nothing else does.
struct Evidence: Hashable {
    var content: Content
    var text = TextEvidence()
    var placement = PlacementEvidence()
    var identity = IdentityEvidence.alone
    var arithmetic = ArithmeticEvidence()
    /// nil for a figure of a table.
    var prose: ProseEvidence?

    /// What its cell holds.
    enum Content: Hashable {
        case number
        /// Nothing, or a mark that says nothing.
        case blank
        /// Something that is not one number, or that could stand in several columns.
        case unreadable
        /// The document does not show it.
        case absent
    }
}

/// Are these the characters that were printed?
struct TextEvidence: Hashable {
    var origin = Origin.published
    /// How sure the recognition is where the cell was read off a picture.
    var certainty: Reading.Certainty?
    /// What else speaks against the cell's text.
    var doubts: Set<Doubt> = []

    /// Where a document's characters come from.
    enum Origin: Hashable {
        /// The producer of a born-digital file wrote them: an agency's slip is its own, and an empty cell was left empty.
        case published
        /// They were recognised, retyped or converted: believed as long as no sum contradicts them.
        case copied
        /// They cannot be right: believed only where a sum confirms them.
        case damaged
    }
}

/// Is this its row, and its column? Strong where nothing speaks against either.
struct PlacementEvidence: Hashable {
    var doubts: Set<Doubt> = []
}

/// Does its table belong to this report?
enum IdentityEvidence: Hashable {
    /// The report has the table once.
    case alone
    /// There is a second set of the same table: it may be another report's.
    case rivalled
}

/// Do sums confirm it?
struct ArithmeticEvidence: Hashable {
    /// How many sums confirm what was read; see ``ConfirmingSum``.
    var confirmations = 0
    /// One of them is a sum of figures whose text is sure but for this one.
    var isAmongSure = false
    /// One of them goes along the row, and would fail had the row's figures been moved to the left or right.
    var isPlacedInRow = false
    /// One of them goes over several rows.
    var isInColumn = false
    /// Checks that fail, or contradict others, where this figure may be what is wrong.
    var failing: [String] = []
    /// The checks that fix the figure where its cell does not say it; nil where none do.
    var solution: [String]?
}

/// Do the sentences that tell it agree?
struct ProseEvidence: Hashable {
    /// Another sentence gives another number.
    var isContradicted = false
    /// False for parts that do not add up to their whole, and for a whole whose parts are more.
    var addsUp = true
}

/// A figure as it was read, with what is known of it; its status is still to be found.
struct FigureReading {
    var code: IndicatorCode
    var figure: Figure
    var evidence: Evidence
    /// What other readings of its picture make of it.
    var others: [Decimal] = []

    /// Notes what speaks against the figure's text or place.
    mutating func doubt(_ doubt: Doubt) {
        switch doubt {
        case .noUnicode, .notOneNumber: evidence.text.doubts.insert(doubt)
        default: evidence.placement.doubts.insert(doubt)
        }
    }
}
