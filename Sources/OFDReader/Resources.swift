internal import XMLTree

/// What objects on pages refer to by numbers: fonts, drawing parameters, pictures, composite objects, colour spaces.
struct Resources {
    private var elements: [Kind: [String: Entry]] = [:]

    enum Kind: String, Hashable {
        case font = "Font"
        case drawParameter = "DrawParam"
        case media = "MultiMedia"
        case composite = "CompositeGraphicUnit"
        case colorSpace = "ColorSpace"
    }

    struct Entry {
        var element: XMLElement
        /// Where the files it names are.
        var folder: String
    }

    subscript(kind: Kind, id: String) -> Entry? { elements[kind]?[id] }

    /// Adds those of a file of resources. What is there already counts more.
    mutating func add(_ root: XMLElement, path: String) {
        var folder = OFDPackage.folder(of: path)
        if let base = root["BaseLoc"] {
            folder = OFDPackage.resolved(base.hasPrefix("/") ? base : "\(folder)/\(base)")
        }
        for list in root.elements {
            for element in list.elements {
                guard let kind = Kind(rawValue: element.name), let id = element["ID"] else { continue }
                if elements[kind]?[id] == nil {
                    elements[kind, default: [:]][id] = Entry(element: element, folder: folder)
                }
            }
        }
    }

    /// Adds others. What is there already counts more.
    mutating func add(_ other: Resources) {
        for (kind, entries) in other.elements {
            elements[kind, default: [:]].merge(entries) { own, _ in own }
        }
    }
}
