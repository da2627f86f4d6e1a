internal import DocumentModel
internal import TableGrid

extension PageTrace {
    init(_ found: PageRecord.Found) {
        page = found.trace.page
        parts = found.trace.parts.map(Part.init)
        tables = found.layout.pieces.map { piece in
            Piece(
                rule: piece.rule.rawValue, ruled: piece.isRuled, box: piece.pageBox,
                grid: Grid(rows: piece.lattice.rows, columns: piece.lattice.columns, cells: piece.areas.count))
        }
    }
}

extension PageTrace.Part {
    fileprivate init(_ part: TableTrace.Part) {
        let frame = part.frame
        direction = frame.direction
        rules = part.rules.map {
            PageTrace.Rule(
                kind: $0.axis, box: frame.toPage($0.box), thickness: $0.thickness.roundedToHundredths)
        }
        mergedRules = (part.horizontal + part.vertical).map {
            PageTrace.Rule(
                kind: $0.axis, box: frame.toPage($0.box), thickness: (2 * $0.halfWidth).roundedToHundredths)
        }
        groups =
            part.groups.map { PageTrace.Group($0, source: .rules, in: frame) }
            + part.edgeGroups.map { PageTrace.Group($0, source: .boxEdges, in: frame) }
        candidates = part.candidates.map { PageTrace.Candidate($0, in: frame) }
        lines = part.lines.map {
            PageTrace.Line(text: $0.text, box: frame.toPage($0.box), size: $0.size.roundedToHundredths)
        }
    }
}

extension PageTrace.Group {
    fileprivate init(_ group: RuleGroup, source: TableRule, in frame: PageFrame) {
        self.source = source.rawValue
        box = frame.toPage(group.box)
        (horizontal, vertical) = (group.horizontal.count, group.vertical.count)
        crossings = group.crossings.map(frame.toPage).map { [$0.x.roundedToHundredths, $0.y.roundedToHundredths] }
    }
}

extension PageTrace.Candidate {
    fileprivate init(_ candidate: TableTrace.Candidate, in frame: PageFrame) {
        rule = candidate.rule.rawValue
        box = frame.toPage(candidate.box)
        displaced = candidate.displaced.map(PageTrace.Grid.init)
        switch candidate.outcome {
        case .refused(let refusal): self.refusal = refusal.rawValue
        case .table(let grid, let glyphs, let standsAlone):
            (self.grid, self.glyphs, self.standsAlone) = (PageTrace.Grid(grid), glyphs, standsAlone)
        }
    }
}

extension PageTrace.Grid {
    fileprivate init(_ grid: TableTrace.Grid) {
        (rows, columns, cells) = (grid.rows, grid.columns, grid.cells)
    }
}
