internal import DocumentModel
internal import XMLTree

/// How an object is drawn (CT_DrawParam and the same of an object).
struct GraphicStyle {
    /// Of a pen, in millimetres; so are dashes and gaps.
    var lineWidth = 0.353
    var dash: [Double] = []
    /// nil for nothing.
    var fill: Ink?
    var stroke: Ink? = Ink(color: .black, opacity: 1)

    struct Ink: Hashable {
        var color: Color
        var opacity: Double
    }

    /// Lays what an element says over this one.
    mutating func take(_ element: XMLElement, resources: Resources) {
        if let width = element.number("LineWidth"), width >= 0 { lineWidth = width }
        if let pattern = element["DashPattern"] {
            let lengths = numbers(pattern)
            dash = lengths.count > 64 || lengths.allSatisfy { $0 <= 0 } ? [] : lengths
        }
        if let color = element.first("FillColor") { fill = Ink(color, resources: resources) }
        if let color = element.first("StrokeColor") { stroke = Ink(color, resources: resources) }
    }

    /// Lays the drawing parameters of that number over this one, after those that they are based on.
    mutating func take(parameters id: String?, resources: Resources) {
        var chain: [XMLElement] = []
        var next = id
        // A chain that bites its tail ends somewhere.
        while let id = next, chain.count < 16, let entry = resources[.drawParameter, id] {
            chain.append(entry.element)
            next = entry.element["Relative"]
        }
        for element in chain.reversed() { take(element, resources: resources) }
    }
}

extension GraphicStyle.Ink {
    /// - Returns: nil for a pattern: whatever it is, it is no one colour.
    init?(_ element: XMLElement, resources: Resources) {
        if element.first("Pattern") != nil { return nil }
        if element["Value"] == nil, let part = element.descendants.first(where: { $0.name == "Color" }) {
            // A gradient is taken for its first colour.
            self.init(part, resources: resources)
            return
        }
        let space = element["ColorSpace"].flatMap { resources[.colorSpace, $0] }?.element
        var values = element["Value"].map(Self.components) ?? []
        if values.isEmpty, let index = element.number("Index"), let palette = space?.elements(in: "Palette"),
            palette.indices.contains(Int(index))
        {
            values = Self.components(palette[Int(index)].text)
        }
        let depth = space?.number("BitsPerComponent") ?? 8
        let most = depth == 16 ? 65535.0 : depth >= 1 && depth < 8 ? Double(1 << Int(depth)) - 1 : 255
        let shares = values.map { min(max($0 / most, 0), 1) }
        let alpha = element.number("Alpha").map { min(max($0 / 255, 0), 1) } ?? 1
        self.init(color: Self.color(shares), opacity: alpha)
    }

    private static func components(_ text: String) -> [Double] {
        guard text.contains("#") else { return numbers(text) }
        return text.split(whereSeparator: { $0 == "#" || $0.isWhitespace || $0 == "," })
            .compactMap { UInt16($0, radix: 16).map(Double.init) }
    }

    private static func color(_ shares: [Double]) -> Color {
        func rgb(_ red: Double, _ green: Double, _ blue: Double) -> Color {
            func byte(_ share: Double) -> UInt32 { UInt32((255 * share).rounded()) }
            return Color(rgb: byte(red) << 16 | byte(green) << 8 | byte(blue))
        }
        switch shares.count {
        case 1: return rgb(shares[0], shares[0], shares[0])
        case 3: return rgb(shares[0], shares[1], shares[2])
        case 4:
            let light = 1 - shares[3]
            return rgb((1 - shares[0]) * light, (1 - shares[1]) * light, (1 - shares[2]) * light)
        default: return .black
        }
    }
}
