internal import XMLTree

/// What a part of a package refers to (ECMA-376, part 2, section 6.5).
struct Relationships {
    private var targets: [(id: String, type: Substring, path: String)] = []

    /// - Parameter part: the name of the part; empty for the package itself.
    init(of part: String, in package: inout OfficePackage) {
        let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let folder = part[..<slash]
        guard let root = package.part("\(folder)_rels/\(part[slash...]).rels")?.root else { return }
        for element in root.elements where element.name == "rel:Relationship" && element["TargetMode"] != "External" {
            guard let id = element["Id"], let target = element["Target"], let type = element["Type"] else { continue }
            // Transitional and strict types differ in what stands before the last slash.
            let name = type.lastIndex(of: "/").map { type[type.index(after: $0)...] } ?? type[...]
            targets.append((id, name, Self.resolved(target, in: folder)))
        }
    }

    /// The first part of a type: `officeDocument`, `styles`.
    func path(type: String) -> String? { targets.first { $0.type == type }?.path }

    /// The part of a type with that id.
    func path(id: String, type: String) -> String? { targets.first { $0.id == id && $0.type == type }?.path }

    private static func resolved(_ target: String, in folder: Substring) -> String {
        let target = target.replacing("\\", with: "/")
        var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

extension DocumentProperties {
    /// By the parts `core` and `app` of a package.
    init(of root: Relationships, in package: inout OfficePackage) {
        let core = root.path(type: "core-properties") ?? "docProps/core.xml"
        let names = package.part(core)?.root.map { core in
            Dictionary(core.elements.map { ($0.name, $0.text.trimmed) }) { first, _ in first }
        }
        func value(_ name: String) -> String? { names?[name].flatMap { $0.isEmpty ? nil : $0 } }
        title = value("dc:title")
        subject = value("dc:subject")
        keywords = value("cp:keywords")
        author = value("dc:creator")
        created = value("dcterms:created")
        modified = value("dcterms:modified")
        let app = package.part(root.path(type: "extended-properties") ?? "docProps/app.xml")?.root
        func field(_ name: String) -> String? {
            (app?.first(name)?.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        company = field("ep:Company")
        application = field("ep:Application")
    }
}
