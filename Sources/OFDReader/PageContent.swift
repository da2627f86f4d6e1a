internal import DocumentModel
internal import ImageCleaning
internal import XMLTree

/// One page, read: what it draws, and how large it is.
struct PageContent {
    /// In points.
    let width: Double
    let height: Double
    private let items: [PageItem]
    private let fonts: FontShelf
    private let isTruncated: Bool
    private let document: OFDDocument

    /// Points in a millimetre.
    private static let scale = 72 / 25.4

    init(_ root: XMLElement, path: String, of body: DocumentBody, in document: OFDDocument) {
        let templates = root.elements.filter { $0.name == "Template" }.compactMap { use in
            Self.template(use, of: body, in: document)
        }
        let own = root.first("Area").flatMap(Box.init(pageArea:))
        let area =
            own ?? templates.lazy.compactMap { $0.root.first("Area").flatMap(Box.init(pageArea:)) }.first ?? body.area
        (width, height) = (area.width * Self.scale, area.height * Self.scale)
        var resources = Resources()
        for element in root.elements where element.name == "PageRes" {
            guard
                let file = document.path(element.text, in: OFDPackage.folder(of: path))
                    ?? document.path(
                        element.text, in: body.folder), let list = document.root(file)
            else { continue }
            resources.add(list, path: file)
        }
        resources.add(body.resources)
        fonts = FontShelf(of: document)
        var reader = ContentReader(resources: resources, fonts: fonts)
        let page = Box(x0: 0, y0: 0, x1: width, y1: height)
        let surroundings = ContentReader.Surroundings(
            transform: .scale(Self.scale, Self.scale), clip: page, page: page)
        let behind = templates.filter { !$0.isInFront }.map(\.root)
        let inFront = templates.filter(\.isInFront).map(\.root)
        for page in behind + [root] + inFront {
            for content in page.elements where content.name == "Content" {
                reader.read(layersOf: content, in: surroundings)
            }
        }
        (items, isTruncated, self.document) = (reader.items, reader.isTruncated, document)
    }

    private static func template(
        _ use: XMLElement, of body: DocumentBody, in document: OFDDocument
    ) -> (root: XMLElement, isInFront: Bool)? {
        guard let id = use["TemplateID"], let template = body.templates[id],
            let root = document.template(template.path)
        else { return nil }
        return (root, (use["ZOrder"] ?? template.order) == "Foreground")
    }

    // MARK: As a page

    func page(_ number: Int) -> Page {
        let texts = settledTexts
        var page = Page(number: number, width: width, height: height, fonts: fonts.fonts, isTruncated: isTruncated)
        var sorter = PathSorter()
        for item in items {
            switch item {
            case .glyph(let placed):
                if placed.text?.isPrivate ?? false { page.privateUseGlyphs += 1 }
                let text = placed.font.map { texts[$0].text(of: placed, face: fonts.faces[$0]) } ?? placed.text ?? ""
                page.glyphs.append(Glyph(placed, text: text.isPrivate ? "" : text))
            case .path(let path): sorter.add(path, within: page.box)
            case .image(let picture):
                guard let visible = picture.place.box(Box(x0: 0, y0: 0, x1: 1, y1: 1)).intersection(picture.clip),
                    let size = document.bytes(picture.path).flatMap({ PictureFile($0[...])?.sizes.first })
                else { continue }
                page.images.append(
                    PlacedImage(box: visible, width: size.width, height: size.height, isMask: false))
            }
        }
        (page.rulings, page.boxes, page.otherPaths) = (sorter.rulings, sorter.boxes, sorter.others)
        for (index, text) in texts.enumerated() where text != .told {
            page.fonts[index].hasToUnicode = text == .mapped
        }
        return page
    }

    /// For each font whether its texts can be believed.
    private var settledTexts: [SettledTexts] {
        var glyphs = [[PlacedGlyph]](repeating: [], count: fonts.fonts.count)
        for case .glyph(let placed) in items {
            if let font = placed.font, placed.glyph != nil { glyphs[font].append(placed) }
        }
        return zip(glyphs, fonts.faces).map { SettledTexts(of: $0, face: $1) }
    }

    // MARK: As a picture

    var painting: Painting {
        Painting(marks: items.flatMap(marks))
    }

    private func marks(_ item: PageItem) -> [Painting.Mark] {
        switch item {
        case .glyph(let placed): return mark(placed).map { [$0] } ?? []
        case .path(let path):
            var pen: Double?
            if case .stroke(let width) = path.paint { pen = width }
            return [.path(path.subpaths, pen: pen, color: path.color, opacity: path.opacity, clip: path.clip)]
        case .image(let picture):
            guard let bytes = document.bytes(picture.path) else { return [] }
            guard let image = PictureFile(bytes[...])?.image(page: 1) else {
                document.note("\(picture.path): no picture that can be read")
                return []
            }
            return [.image(image, place: picture.place, clip: picture.clip)]
        }
    }

    private func mark(_ placed: PlacedGlyph) -> Painting.Mark? {
        guard let ink = placed.ink else { return nil }
        if let glyph = placed.glyph, let face = placed.font.flatMap({ fonts.faces[$0] }) {
            let outline = face.outline(of: glyph).map { contour in
                Subpath(points: contour.points.map { placed.place($0) }, isClosed: true, isCurved: true)
            }
            let page = Box(x0: 0, y0: 0, x1: width, y1: height)
            return outline.isEmpty ? nil : .path(outline, pen: nil, color: ink.color, opacity: ink.opacity, clip: page)
        }
        return placed.text.map { .text($0, place: placed.place, color: ink.color, opacity: ink.opacity) }
    }
}

extension Glyph {
    fileprivate init(_ placed: PlacedGlyph, text: String) {
        let height = placed.place.linear(Point(x: 0, y: 1))
        self.init(
            text: text, box: placed.box, origin: placed.place(Point(x: 0, y: 0)),
            advance: placed.place.linear(Point(x: placed.width, y: 0)),
            size: (height.x * height.x + height.y * height.y).squareRoot(), font: placed.font,
            color: placed.ink?.color ?? .black, opacity: placed.ink?.opacity ?? 1,
            renderMode: placed.ink == nil ? .invisible : .fill)
    }
}
