public import DocumentModel
internal import FileAccess
public import TableGrid

/// How the tables of one page were found: what was seen, what was tried, and what came of it.
///
/// All boxes and points are on the page as displayed, in points, origin at the top left. The same steps are what ``PageDrawing``
/// paints.
public struct PageTrace: Encodable, Sendable {
    /// From 1.
    public var page: Int
    /// Parts of the page that are set on their side, each by itself, and the rest of the page last.
    public var parts: [Part]
    /// What the page's tables are in the end: those that go on over page breaks have been read together.
    public var tables: [Piece]

    /// What was read in one direction.
    public struct Part: Encodable, Sendable {
        public var direction: Glyph.Direction
        /// The rulings that a reader sees.
        public var rules: [Rule]
        /// Those that look like one are one.
        public var mergedRules: [Rule]
        public var groups: [Group]
        /// In the order in which they were tried: each takes its text from those after it.
        public var candidates: [Candidate]
        /// Of the text outside all tables.
        public var lines: [Line]

        enum CodingKeys: String, CodingKey {
            case direction, rules, groups, candidates, lines
            case mergedRules = "merged_rules"
        }
    }

    public struct Rule: Encodable, Sendable {
        public var kind: Axis
        public var box: Box
        public var thickness: Double
    }

    /// Rules that hang together through crossings.
    public struct Group: Encodable, Sendable {
        /// `rules` for drawn ones, `box_edges` for edges of backgrounds.
        public var source: String
        public var box: Box
        public var horizontal: Int
        public var vertical: Int
        /// x and y.
        public var crossings: [[Double]]
    }

    /// What may have been a table.
    public struct Candidate: Encodable, Sendable {
        /// Which rule tried it: `rules`, `box_edges`, `between_rules`, `alignment`, `shaded_rows`, `given_columns`.
        public var rule: String
        public var box: Box
        /// Why it is no table; nil for one that is.
        public var refusal: String?
        public var grid: Grid?
        /// How many glyphs it takes from the candidates after it.
        public var glyphs: Int?
        /// False for what counts only as a part of a table on a neighbouring page.
        public var standsAlone: Bool?
        /// The grid that the rules told before the text told more.
        public var displaced: Grid?

        enum CodingKeys: String, CodingKey {
            case rule, box, refusal, grid, glyphs, displaced
            case standsAlone = "stands_alone"
        }
    }

    public struct Grid: Encodable, Hashable, Sendable {
        public var rows: Int
        public var columns: Int
        public var cells: Int
    }

    public struct Piece: Encodable, Sendable {
        public var rule: String
        public var ruled: Bool
        public var box: Box
        public var grid: Grid
    }

    public struct Line: Encodable, Sendable {
        public var text: String
        public var box: Box
        /// Font size, in points.
        public var size: Double
    }

    /// The traces of the pages of a file that has pages.
    ///
    /// - Parameter pages: those to trace; nil for all. The whole file is read, for what stands on neighbouring pages counts.
    public static func traces(
        path: String, pages: PageSelection? = nil, tables: TableOptions = .standard, password: String? = nil,
        ocr: OCROptions = OCROptions()
    ) throws(ReadError) -> [PageTrace] {
        let options = DocumentReader.Options(password: password, tables: tables, kept: pages ?? .all)
        let document = try DocumentReader(options, ocr: ocr).openPages(.reading(path)).read(allPictures: false)
        return document.pages.compactMap(\.found).map(PageTrace.init)
    }
}
