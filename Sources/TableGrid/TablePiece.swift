package import DocumentModel

/// The part of a table that stands on one page.
package struct TablePiece: Hashable, Sendable {
    package var page: Int
    package internal(set) var lattice: Lattice
    package internal(set) var areas: [GridArea]
    /// In the order of `areas`.
    package var texts: [CellText]
    /// False for what is a table only as the end or the start of one on a neighbouring page: a single cell, a single row of
    /// filled boxes.
    package var standsAlone: Bool
    /// What made it.
    package let rule: TableRule
    /// False where the grid is inferred from the text.
    package internal(set) var isRuled: Bool

    /// What the grid was inferred from; nil for another.
    var unruledSource: UnruledSource?

    /// Where it stands on the page as displayed.
    package let frame: PageFrame

    init(
        page: Int, lattice: Lattice, areas: [GridArea], texts: [CellText], standsAlone: Bool, rule: TableRule,
        frame: PageFrame
    ) {
        (self.page, self.lattice, self.areas, self.texts) = (page, lattice, areas, texts)
        (self.standsAlone, self.rule, self.isRuled, self.frame) = (standsAlone, rule, rule.isRuled, frame)
    }

    /// In the frame in which its text runs to the right.
    package var box: Box { lattice.box }

    /// On the page as displayed.
    package func pageBox(of area: GridArea) -> Box { frame.toPage(lattice.box(of: area)) }
    package var pageBox: Box { frame.toPage(lattice.box) }

    package var isBlank: Bool { texts.allSatisfy { $0.text.isEmpty } }
    var filledCells: Int { texts.count { !$0.text.isEmpty } }
    /// All lines of text in it, for when it turns out to be no table.
    package var lines: [TextLine] { texts.flatMap(\.lines) }
}

extension TablePiece {
    /// Says of each cell how sure the recognition of its text is: the least sure of what was read in it counts.
    ///
    /// - Parameter frame: that of the readings' boxes.
    mutating func attach(_ readings: [Reading], in frame: PageFrame) {
        let sorted = readings.sorted { $0.box.center.y < $1.box.center.y }
        let middles = sorted.map(\.box.center.y)
        for (index, area) in areas.enumerated() {
            let box = frame.toText(pageBox(of: area))
            let own = sorted[middles.partitionPoint { $0 < box.y0 }..<middles.partitionPoint { $0 <= box.y1 }]
                .filter { box.contains($0.box.center) }
            texts[index].certainty = own.map(\.certainty).min()
            // Several lines in one cell are no figure, and of no interest to a second reader.
            if own.count == 1 { texts[index].otherReadings = own[0].others }
        }
    }
}
