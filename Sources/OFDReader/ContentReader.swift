internal import DocumentModel
internal import XMLTree

/// Goes through the layers and objects of a page and collects what they draw.
struct ContentReader {
    let resources: Resources
    /// Opens the fonts that are asked for.
    let fonts: FontShelf
    private(set) var items: [PageItem] = []
    /// There is more than anybody would look at, and it was left out.
    private(set) var isTruncated = false
    /// Objects that may still come: what refers to itself, or to much many times over, must end.
    private var allowance = 200_000

    init(resources: Resources, fonts: FontShelf) { (self.resources, self.fonts) = (resources, fonts) }

    /// Where objects stand.
    struct Surroundings {
        /// To the page, in points.
        var transform: Transform
        /// What shows, in points.
        var clip: Box
        /// The whole page, in points.
        var page: Box
        var style = GraphicStyle()
        /// Objects within objects.
        var depth = 0
    }

    /// A page's or a template's layers: those behind others first.
    mutating func read(layersOf content: XMLElement, in surroundings: Surroundings) {
        let layers = content.elements.filter { $0.name == "Layer" }
        let order = ["Background": 0, "Foreground": 2]
        // Layers of any other type are the body's.
        for place in 0...2 {
            for layer in layers where layer["Type"].map({ order[$0] ?? 1 }) ?? 1 == place {
                var inner = surroundings
                inner.style.take(parameters: layer["DrawParam"], resources: resources)
                read(block: layer, in: inner)
            }
        }
    }

    private mutating func read(block: XMLElement, in surroundings: Surroundings) {
        guard block.flag("Visible") != false, surroundings.depth < 64 else { return }
        for object in block.elements {
            guard allowance > 0 else {
                isTruncated = true
                return
            }
            allowance -= 1
            read(object, in: surroundings)
        }
    }

    private mutating func read(_ object: XMLElement, in surroundings: Surroundings) {
        if object.name == "PageBlock" {
            var inner = surroundings
            inner.depth += 1
            return read(block: object, in: inner)
        }
        guard object.flag("Visible") != false, let graphic = GraphicObject(object, in: surroundings, resources) else {
            return
        }
        switch object.name {
        case "TextObject":
            let text = TextObject(graphic, fonts: fonts, resources: resources)
            let glyphs = text.glyphs(atMost: allowance)
            allowance -= glyphs.count
            items += glyphs.map { .glyph($0) }
        case "PathObject": items += graphic.paths.map { .path($0) }
        case "ImageObject": if let picture = picture(graphic) { items.append(.image(picture)) }
        case "CompositeObject": read(composite: graphic, in: surroundings)
        default: break
        }
    }

    private mutating func read(composite graphic: GraphicObject, in surroundings: Surroundings) {
        guard let id = graphic.element["ResourceID"], let unit = resources[.composite, id]?.element else { return }
        let inner = Surroundings(
            transform: graphic.transform, clip: graphic.clip, page: graphic.page, style: graphic.style,
            depth: surroundings.depth + 1)
        for content in unit.elements where content.name == "Content" { read(block: content, in: inner) }
    }

    private func picture(_ graphic: GraphicObject) -> PlacedPicture? {
        guard let id = graphic.element["ResourceID"], let media = resources[.media, id],
            let file = media.element.value("MediaFile")
        else { return nil }
        // Without a map of its own a picture fills its boundary.
        let place =
            graphic.element.transform("CTM") == nil
            ? Transform.scale(graphic.boundary.width, graphic.boundary.height).then(graphic.transform)
            : graphic.transform
        guard place.isFinite, let path = fonts.path(file, in: media.folder) else { return nil }
        return PlacedPicture(path: path, place: place, clip: graphic.clip)
    }
}
