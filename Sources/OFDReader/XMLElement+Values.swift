internal import DocumentModel
internal import XMLTree

extension XMLElement {
    func number(_ name: String) -> Double? {
        guard let text = self[name] else { return nil }
        var scanner = NumberScanner(text)
        return scanner.nextNumber()
    }

    /// nil where it is not said, or in a way that nobody understands.
    func flag(_ name: String) -> Bool? {
        switch self[name]?.trimmed.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// A box (ST_Box) in millimetres: left, top, width, height.
    func box(_ name: String) -> Box? { self[name].flatMap(Box.init(ofd:)) }

    /// A map (CT_CTM); nil where there is none that can be used.
    func transform(_ name: String) -> Transform? {
        guard let values = self[name].map(numbers), values.count == 6 else { return nil }
        return Transform(values[0], values[1], values[2], values[3], values[4], values[5])
    }

    /// A text in it, by the name of the element; nil for an empty one.
    func value(_ name: String) -> String? {
        first(name).map(\.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Box {
    init?(ofd text: String) {
        let values = numbers(text)
        guard values.count == 4 else { return nil }
        self.init(x0: values[0], y0: values[1], x1: values[0] + max(0, values[2]), y1: values[1] + max(0, values[3]))
    }
}
