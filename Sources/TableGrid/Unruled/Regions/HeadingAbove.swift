internal import DocumentModel

extension UnruledRegion {
    /// With the line of headings that stands above its first rule: a text over each column, as its first row has them.
    ///
    /// - Parameter rows: the text outside all tables, from top to bottom.
    func withHeading(from rows: [TextRow], options: TableOptions) -> UnruledRegion {
        guard let top = horizontal.first, let first = self.rows.first,
            let heading = rows.last(where: { $0.baseline < top + options.regions.ruleMargin }),
            first.baseline - heading.baseline < options.typography.titlePitch * first.size,
            heading.segments.count >= options.regions.fewestHeadings,
            heading.segments.count >= first.segments.count,
            heading.box.x0 >= box.x0, heading.box.x1 <= box.x1, !heading.segments.contains(where: \.isNumeric)
        else { return self }
        // Each text of the row has a heading of its own.
        let places = first.segments.compactMap { segment in
            heading.segments.firstIndex { $0.box.x0 < segment.box.x1 && $0.box.x1 > segment.box.x0 }
        }
        guard Set(places).count == first.segments.count else { return self }
        var region = self
        region.rows.insert(heading, at: 0)
        region.box = Box(
            x0: box.x0, y0: heading.box.y0 - options.regions.ruleMargin, x1: box.x1, y1: box.y1)
        return region
    }
}
