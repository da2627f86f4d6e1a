internal import DocumentModel

extension UnruledRegion {
    /// With the sides of the stripes behind every other row as borders between rows: a stripe says whose its lines are.
    ///
    /// - Parameter fills: coloured backgrounds.
    func withStripes(_ fills: [Box], options: TableOptions) -> UnruledRegion {
        guard horizontal.isEmpty else { return self }
        let stripes = fills.filter { fill in
            fill.y1 > box.y0 && fill.y0 < box.y1 && fill.x0 <= box.x0 + options.regions.sideMargin
                && fill.x1 >= box.x1 - options.regions.sideMargin && fill.height < box.height / 2
        }.sorted { $0.y0 < $1.y0 }
        guard stripes.count >= options.regions.fewestStripes,
            zip(stripes, stripes.dropFirst()).allSatisfy({ $1.y0 - $0.y1 > options.regions.stripeGap * $0.height })
        else { return self }
        let sides = stripes.flatMap { [$0.y0, $0.y1] }
        // No line of text lies across a side.
        guard
            sides.allSatisfy({ y in !rows.contains { $0.baseline > y && $0.baseline - y < $0.size / 3 } })
        else { return self }
        var region = self
        region.horizontal = sides
        return region
    }
}
