internal import DocumentModel

// Tables are often set sideways on an upright page. Everything is found in the frame in which its text runs to the right; boxes
// are given back on the page as displayed.
extension Page {
    /// The direction in which most of its characters run.
    func direction(_ options: PageOptions = PageOptions()) -> Glyph.Direction {
        let counts = directions
        let total = counts.values.reduce(0, +)
        return [Glyph.Direction.down, .up, .left].first { (counts[$0] ?? 0).isMoreThan(options.sideways, of: total) }
            ?? .right
    }

    /// How many of its characters run which way.
    var directions: [Glyph.Direction: Int] {
        var counts: [Glyph.Direction: Int] = [:]
        for glyph in glyphs where !glyph.isBlank && glyph.renderMode.isVisible {
            counts[glyph.readingDirection, default: 0] += 1
        }
        return counts
    }

    /// The page turned so that text which runs in `direction` runs to the right.
    func turned(to direction: Glyph.Direction) -> Page {
        guard direction != .right, direction != .oblique else { return self }
        let turn = PageFrame(width: width, height: height, direction: direction)
        var page = self
        page.frame = frame.turned(to: direction)
        if turn.isSideways { (page.width, page.height) = (height, width) }
        page.glyphs = glyphs.map { $0.turned(turn) }
        page.rulings = rulings.map { $0.turned(turn) }
        page.boxes = boxes.map { box in
            var box = box
            box.box = turn.toText(box.box)
            return box
        }
        page.otherPaths = otherPaths.map { turn.toText($0) }
        page.readings = readings?.map { reading in
            var reading = reading
            reading.box = turn.toText(reading.box)
            return reading
        }
        return page
    }
}

extension Glyph {
    /// Vertical writing runs down with its characters upright: nothing to turn.
    var readingDirection: Direction { isVertical ? .right : direction }

    fileprivate func turned(_ turn: PageFrame) -> Glyph {
        var glyph = self
        let end = turn.toText(Point(x: origin.x + advance.x, y: origin.y + advance.y))
        glyph.origin = turn.toText(origin)
        glyph.advance = Point(x: end.x - glyph.origin.x, y: end.y - glyph.origin.y)
        glyph.box = turn.toText(box)
        return glyph
    }
}

extension Ruling {
    fileprivate func turned(_ turn: PageFrame) -> Ruling {
        var ruling = self
        let box = turn.toText(box)
        if turn.isSideways { ruling.axis = axis.other }
        ruling.position = box.center.position(along: ruling.axis.other)
        ruling.span = box.extent(along: ruling.axis)
        return ruling
    }
}
