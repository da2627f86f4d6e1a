internal import XMLTree
internal import ZipReader

/// The parts of a document by their names.
struct OfficePackage {
    private let members: ZipMembers
    /// Names are the same whatever the case of their letters (ECMA-376, part 2, section 6.2.2).
    private let numbers: [String: Int]
    private let prefixes: [String: String]
    /// How many bytes its parts may still have.
    private var allowance = 1 << 28
    /// What is wrong with parts that have been read.
    private(set) var damages: [String] = []

    init(_ bytes: ArraySlice<UInt8>, prefixes: [String: String]) throws(OfficeError) {
        do throws(ZipError) { members = try ZipMembers(bytes) } catch {
            throw OfficeError(kind: .damaged, cause: "a document whose parts cannot be unpacked: \(error.cause)")
        }
        var numbers: [String: Int] = [:]
        for (number, name) in members.names.enumerated() {
            let path = Self.normalized(String(decoding: name, as: UTF8.self))
            if numbers[path] == nil { numbers[path] = number }
        }
        self.numbers = numbers
        self.prefixes = prefixes
        if let damage = members.damage { damages.append(damage) }
    }

    func has(_ name: String) -> Bool { numbers[Self.normalized(name)] != nil }

    /// A part's tree; nil where it is not there or cannot be read.
    mutating func part(_ name: String) -> XMLTree? {
        guard let bytes = bytes(name) else { return nil }
        do throws(XMLTreeError) {
            let tree = try XMLTree.parsed(bytes, prefixes: prefixes)
            if let damage = tree.damage { damages.append("\(name): \(damage)") }
            return tree
        } catch {
            damages.append("\(name): \(error.cause)")
            return nil
        }
    }

    /// A part as it is; nil where it is not there or cannot be unpacked.
    mutating func bytes(_ name: String) -> [UInt8]? {
        guard let number = numbers[Self.normalized(name)] else { return nil }
        do throws(ZipError) {
            let (bytes, damage) = try members.content(number)
            allowance -= bytes.count
            guard allowance >= 0 else { throw ZipError(cause: "the document is too large", isFatal: true) }
            if let damage { damages.append("\(name): \(damage)") }
            return bytes
        } catch {
            damages.append("\(name): \(error.cause)")
            return nil
        }
    }

    /// The root of a part without which there is no document.
    mutating func mainPart(_ name: String, root: String) throws(OfficeError) -> XMLElement {
        guard has(name) else { throw OfficeError(kind: .damaged, cause: "a document without its part \(name)") }
        guard let element = part(name)?.root else {
            throw OfficeError(kind: .damaged, cause: "a document that cannot be read: \(damages.last ?? name)")
        }
        guard element.name == root else {
            throw OfficeError(kind: .damaged, cause: "a document of another kind: its part \(name) is \(element.name)")
        }
        return element
    }

    private static func normalized(_ name: String) -> String {
        let path = name.replacing("\\", with: "/").lowercased()
        return path.hasPrefix("/") ? String(path.dropFirst()) : path
    }
}
