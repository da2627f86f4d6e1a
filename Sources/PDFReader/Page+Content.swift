internal import DocumentModel
internal import PopplerContent

extension Page {
    /// Copies what the C side collected into values.
    init(number: Int, content: pc_page) {
        let geometry = content.geometry
        let fonts = UnsafeBufferPointer(start: content.fonts, count: content.font_count).map {
            Font(
                name: String(cString: $0.name), isEmbedded: $0.embedded, isType3: $0.type3,
                hasToUnicode: $0.has_to_unicode)
        }
        let scalars = UnsafeBufferPointer(start: content.scalars, count: content.scalar_count)
        let glyphs = UnsafeBufferPointer(start: content.glyphs, count: content.glyph_count).map {
            Glyph($0, scalars: scalars, fontCount: fonts.count)
        }
        var sorter = PathSorter()
        let page = Box(x0: 0, y0: 0, x1: geometry.width, y1: geometry.height)
        for path in UnsafeBufferPointer(start: content.paths, count: content.path_count) {
            sorter.add(PaintedPath(path, of: content), within: page)
        }
        self.init(
            number: number,
            width: geometry.width,
            height: geometry.height,
            rotation: Int(geometry.rotation),
            cropBox: [geometry.crop_x0, geometry.crop_y0, geometry.crop_x1, geometry.crop_y1],
            userUnit: geometry.user_unit,
            glyphs: glyphs,
            rulings: sorter.rulings,
            boxes: sorter.boxes,
            images: UnsafeBufferPointer(start: content.images, count: content.image_count).map {
                PlacedImage(
                    box: Box(x0: $0.x0, y0: $0.y0, x1: $0.x1, y1: $0.y1), width: Int($0.width), height: Int($0.height),
                    isMask: $0.mask)
            },
            fonts: fonts,
            otherPaths: sorter.others,
            groups: content.group_count,
            isTruncated: content.truncated,
            messages: lines(of: content.messages),
            privateUseGlyphs: scalars.count { Unicode.Scalar($0)?.properties.generalCategory == .privateUse })
    }
}

extension Glyph {
    fileprivate init(_ glyph: pc_glyph, scalars: UnsafeBufferPointer<UInt32>, fontCount: Int) {
        var text = ""
        for index in glyph.text..<(glyph.text + glyph.text_count) {
            // Private-use characters say nothing outside their font: a glyph without a readable text.
            if let scalar = Unicode.Scalar(scalars[Int(index)]), scalar.properties.generalCategory != .privateUse {
                text.unicodeScalars.append(scalar)
            }
        }
        self.init(
            text: text,
            box: Box(x0: glyph.x0, y0: glyph.y0, x1: glyph.x1, y1: glyph.y1),
            origin: Point(x: glyph.x, y: glyph.y),
            advance: Point(x: glyph.dx, y: glyph.dy),
            size: glyph.size,
            font: glyph.font >= 0 && glyph.font < fontCount ? Int(glyph.font) : nil,
            color: Color(rgb: glyph.color),
            opacity: glyph.opacity,
            renderMode: RenderMode(rawValue: Int(glyph.render_mode)) ?? .fill,
            isVertical: glyph.vertical)
    }
}

extension PaintedPath {
    fileprivate init(_ path: pc_path, of content: pc_page) {
        let subpaths = UnsafeBufferPointer(start: content.subpaths, count: content.subpath_count)
        let points = UnsafeBufferPointer(start: content.points, count: content.point_count)
        let dashes = UnsafeBufferPointer(start: content.dashes, count: content.dash_count)
        self.init(
            paint: path.paint == PC_STROKE ? .stroke(width: path.line_width) : .fill,
            color: Color(rgb: path.color),
            opacity: path.opacity,
            dash: Array(dashes[Int(path.dash)..<Int(path.dash + path.dash_count)]),
            clip: Box(x0: path.clip_x0, y0: path.clip_y0, x1: path.clip_x1, y1: path.clip_y1),
            subpaths: subpaths[Int(path.subpath)..<Int(path.subpath + path.subpath_count)].map { subpath in
                Subpath(
                    points: points[Int(subpath.point)..<Int(subpath.point + subpath.point_count)].map {
                        Point(x: $0.x, y: $0.y)
                    },
                    isClosed: subpath.closed,
                    isCurved: subpath.curved)
            })
    }
}
