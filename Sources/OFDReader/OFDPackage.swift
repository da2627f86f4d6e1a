internal import XMLTree
internal import ZipReader

/// The files of an OFD package by their paths.
struct OFDPackage {
    private let members: ZipMembers
    private let numbers: [String: Int]
    /// How many bytes its files may still have, those that are read again included.
    private var allowance = 1 << 29
    /// What is wrong with files that have been read.
    private(set) var damages: [String] = []
    /// A file that was asked for is encrypted.
    private(set) var isEncrypted = false

    init(_ bytes: ArraySlice<UInt8>) throws(OFDError) {
        do throws(ZipError) { members = try ZipMembers(bytes) } catch {
            throw OFDError(kind: .damaged, cause: "an OFD file that cannot be unpacked: \(error.cause)")
        }
        var numbers: [String: Int] = [:]
        for (number, name) in members.names.enumerated() {
            let path = Self.key(String(decoding: name, as: UTF8.self))
            if numbers[path] == nil { numbers[path] = number }
        }
        self.numbers = numbers
        if let damage = members.damage { damages.append(damage) }
    }

    func has(_ path: String) -> Bool { numbers[Self.key(path)] != nil }

    /// The file that a place in another file means.
    ///
    /// - Parameter folder: what the place is relative to, unless it begins with a slash.
    /// - Returns: nil where there is none, neither there nor from the root of the package.
    func path(_ location: String, in folder: String) -> String? {
        let location = location.replacing("\\", with: "/").trimmed
        guard !location.isEmpty else { return nil }
        let candidates = location.hasPrefix("/") ? [location] : ["\(folder)/\(location)", location]
        return candidates.map(Self.resolved).first(where: has)
    }

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// Without `.` and `..`, which lead nowhere out of the package.
    static func resolved(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The bytes of a file; nil where there are none, and ``damages`` says why.
    mutating func bytes(_ path: String) -> [UInt8]? {
        guard let number = numbers[Self.key(path)] else { return nil }
        do throws(ZipError) {
            let (bytes, damage) = try members.content(number)
            allowance -= bytes.count
            guard allowance >= 0 else { throw ZipError(cause: "the document is too large", isFatal: true) }
            if let damage { note("\(path): \(damage)") }
            return bytes
        } catch {
            if error.cause.contains("encrypted") { isEncrypted = true }
            note("\(path): \(error.cause)")
            return nil
        }
    }

    /// The first element of a file of XML, whose names have no namespaces: what they are called differs between writers.
    mutating func root(_ path: String) -> XMLElement? {
        guard let bytes = bytes(path) else { return nil }
        do throws(XMLTreeError) {
            let tree = try XMLTree.parsed(bytes, prefixes: [:], otherPrefix: nil)
            if let damage = tree.damage { note("\(path): \(damage)") }
            return tree.root
        } catch {
            note("\(path): \(error.cause)")
            return nil
        }
    }

    mutating func note(_ damage: String) {
        // A file that is read again is broken in the same way.
        if damages.count < 100, !damages.contains(damage) { damages.append(damage) }
    }

    /// Writers disagree on the case of letters, and Windows programs write backslashes.
    private static func key(_ path: String) -> String {
        resolved(path.replacing("\\", with: "/")).lowercased()
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
