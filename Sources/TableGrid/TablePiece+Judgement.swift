internal import DocumentModel

extension TablePiece {
    /// The grid of a chart: most squares are empty, and the text runs over the lines or curves run over the squares. A grid that
    /// is inferred has to be cleaner: without any of that.
    func isChart(drawings: [Box]) -> Bool {
        let filled = texts.filter { !$0.text.isEmpty }
        let isSparse = areas.count > 2 * filled.count || filled.count < 2
        guard !isRuled || isSparse else { return false }
        let curves = drawings.count { drawing in
            guard let inside = drawing.intersection(box), 2 * inside.area >= drawing.area else { return false }
            return 8 * max(inside.width, inside.height) > max(box.width, box.height)
        }
        return filled.count { $0.doubt == .overrun } > 1 || curves > (isSparse ? 0 : 2)
    }

    /// Several cells, half of them with text.
    var isMostlyFilled: Bool {
        areas.count >= 2 && 2 * filledCells >= areas.count
    }
}
