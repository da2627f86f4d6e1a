internal import DocumentModel

extension TablePiece {
    /// The grid of a chart: most squares are empty, and the text runs over the lines or curves run over the squares. A grid that
    /// is inferred has to be cleaner: without any of that.
    func isChart(drawings: [Box], options: CellOptions) -> Bool {
        let filled = texts.filter { !$0.text.isEmpty }
        let isSparse = Double(areas.count) > options.sparse * Double(filled.count) || filled.count < options.fewestTexts
        guard !isRuled || isSparse else { return false }
        let curves = drawings.count { drawing in
            guard let inside = drawing.intersection(box), inside.area >= options.curveInside * drawing.area else {
                return false
            }
            return max(inside.width, inside.height) > options.curveLength * max(box.width, box.height)
        }
        return filled.count { $0.doubt == .overrun } > options.mostOverruns
            || curves > (isSparse ? 0 : options.mostCurves)
    }

    /// Several cells, most of them with text.
    func isMostlyFilled(_ options: CellOptions) -> Bool {
        areas.count >= 2 && filledCells.isAtLeast(options.filled, of: areas.count)
    }
}
