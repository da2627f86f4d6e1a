internal import DocumentModel
internal import XMLTree

/// One of the documents in a file: what its pages have in common (GB/T 33190-2016, section 7.5).
struct DocumentBody {
    let folder: String
    private(set) var resources = Resources()
    private(set) var pages: [String] = []
    /// In millimetres; A4 where nobody says.
    private(set) var area = Box(x0: 0, y0: 0, x1: 210, y1: 297)
    private(set) var templates: [String: Template] = [:]

    struct Template {
        var path: String
        /// nil where it does not say.
        var order: String?
    }

    /// - Parameters:
    ///   - path: that of its root file.
    ///   - limit: of its pages so many are read.
    init(_ root: XMLElement, path: String, atMost limit: Int, in package: inout OFDPackage) {
        folder = OFDPackage.folder(of: path)
        for list in root.elements {
            switch list.name {
            case "CommonData": read(common: list, in: &package)
            case "Pages":
                for page in list.elements where page.name == "Page" && pages.count < limit {
                    guard let location = page["BaseLoc"] else { continue }
                    pages.append(package.path(location, in: folder) ?? location)
                }
            default: break
            }
        }
    }

    private mutating func read(common: XMLElement, in package: inout OFDPackage) {
        if let box = common.first("PageArea").flatMap(Box.init(pageArea:)) { area = box }
        for element in common.elements {
            switch element.name {
            case "PublicRes", "DocumentRes":
                guard let path = package.path(element.text, in: folder), let root = package.root(path) else { continue }
                resources.add(root, path: path)
            case "TemplatePage":
                guard let id = element["ID"], let path = element["BaseLoc"].flatMap({ package.path($0, in: folder) })
                else { continue }
                templates[id] = Template(path: path, order: element["ZOrder"])
            default: break
            }
        }
    }
}

extension Box {
    /// An area of a page (CT_PageArea): the paper, in millimetres; nil for one without extent, or larger than any paper.
    init?(pageArea element: XMLElement) {
        guard let box = element.value("PhysicalBox").flatMap(Box.init(ofd:)), box.width > 0.1, box.height > 0.1,
            box.width < 20_000, box.height < 20_000
        else { return nil }
        self = box
    }
}
