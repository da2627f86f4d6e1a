internal import DocumentModel

extension Page {
    /// Takes away what lies in `area`.
    mutating func remove(_ area: Box) {
        glyphs.removeAll { area.contains($0.box.center) }
        rulings.removeAll { area.expanded(by: 1).contains($0.box.center) }
        boxes.removeAll { area.expanded(by: 1).contains($0.box.center) }
    }

    /// The page with nothing but what lies in `area`.
    func cut(to area: Box) -> Page {
        var page = self
        page.glyphs.removeAll { !area.contains($0.box.center) }
        page.rulings = rulings.compactMap { ruling in
            guard let inside = ruling.box.intersection(area) else { return nil }
            var ruling = ruling
            ruling.span = inside.extent(along: ruling.axis)
            return ruling
        }
        page.boxes.removeAll { $0.box.intersection(area) == nil }
        page.otherPaths.removeAll { $0.intersection(area) == nil }
        return page
    }
}
