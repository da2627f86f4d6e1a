internal import DocumentModel

/// The search for tables on one page, in the frame of its text, as it goes from rule to rule. Every glyph goes to one table at most.
struct TableSearch {
    private(set) var pieces: [TablePiece] = []
    /// Every step so far.
    private(set) var trace: TableTrace.Part
    let page: Box
    let number: Int
    let options: TableOptions
    let text: PageText
    /// Curves and slanted lines on the page.
    let drawings: [Box]
    /// Coloured backgrounds.
    let fills: [Box]
    private var taken: [Bool]
    /// The rows of what is left, until something is taken of it.
    private var rows: [TextRow]?

    init(_ page: Page, options: TableOptions) {
        self.page = page.box
        number = page.number
        drawings = page.otherPaths
        fills = page.boxes.lazy.filter { $0.color.luminance <= options.faintest && !options.rules.isDot($0.box) }
            .map(\.box)
        self.options = options
        let glyphs = visibleGlyphs(of: page, options: options)
        text = PageText(glyphs, typography: options.typography)
        taken = [Bool](repeating: false, count: glyphs.count)
        trace = TableTrace.Part(frame: page.frame, width: page.width, height: page.height)
    }

    var frame: PageFrame { trace.frame }

    /// The glyphs outside all pieces.
    var loose: TextPart { text.part { !taken[$0] } }

    /// Of what stands outside all pieces.
    mutating func looseRows() -> [TextRow] {
        if let rows { return rows }
        let rows = loose.rows
        self.rows = rows
        return rows
    }

    /// The glyphs in `box` that no piece has taken yet, in drawing order.
    func free(in box: Box) -> [Int] { text.indexes(in: box).filter { !taken[$0] } }

    // MARK: Steps

    mutating func findRules(on page: Page) {
        trace.rules = visibleRules(of: page, options: options)
        trace.horizontal = mergedRules(trace.rules, axis: .horizontal, options: options)
    }

    mutating func findGroups() {
        trace.vertical = mergedRules(trace.rules, axis: .vertical, options: options)
        trace.groups = ruleGroups(horizontal: trace.horizontal, vertical: trace.vertical, options: options)
    }

    mutating func findEdgeGroups(on page: Page) {
        let free = page.boxes.filter { box in
            !options.rules.isDot(box.box) && !pieces.contains { $0.standsAlone && $0.box.contains(box.box.center) }
        }
        guard free.count >= options.rules.fewestBoxes else { return }
        trace.edgeGroups = PageLayout.groups(of: boxEdgeRules(free, options: options.rules), options: options)
    }

    mutating func finish() { trace.lines = loose.lines }

    // MARK: Outcomes

    mutating func refuse(_ box: Box, by rule: TableRule, because refusal: TableTrace.Refusal) {
        trace.candidates.append(TableTrace.Candidate(rule: rule, box: box, outcome: .refused(refusal)))
    }

    /// - Parameter glyphs: what the piece takes from those after it.
    mutating func add(_ piece: TablePiece, taking glyphs: [Int]) {
        for index in glyphs { taken[index] = true }
        rows = nil
        trace.candidates.append(
            TableTrace.Candidate(
                rule: piece.rule, box: piece.box,
                outcome: .table(TableTrace.Grid(piece), glyphs: glyphs.count, standsAlone: piece.standsAlone)))
        pieces.append(piece)
    }

    /// The rules of the piece last added told only a part of its grid.
    mutating func noteDisplaced(_ grid: TableTrace.Grid) {
        trace.candidates[trace.candidates.count - 1].displaced = grid
    }

    /// Gives up all pieces but these; their text stays where it was.
    mutating func keep(_ isKept: (TablePiece) -> Bool) {
        for piece in pieces where !isKept(piece) { refuse(piece.box, by: piece.rule, because: .tooFewSideways) }
        pieces.removeAll { !isKept($0) }
    }
}
