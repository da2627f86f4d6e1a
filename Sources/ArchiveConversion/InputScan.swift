internal import FileAccess
internal import Nianbao
internal import Posix

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds the files to convert.
public struct InputScan: Sendable {
    /// What a folder's files must be called, as globs; empty for the endings that reports have.
    public var include: [String]
    /// What is left out, files and folders, as globs.
    public var exclude: [String]

    /// Endings of what reports are published as.
    public static let endings = InputFormats.endings

    public init(include: [String] = [], exclude: [String] = []) {
        self.include = include
        self.exclude = exclude
    }

    /// The files of `inputs`, each path once, in the order of their paths.
    ///
    /// A folder is searched to its depth, in links too, but not twice on one way down; hidden files and folders are left out. A zip
    /// archive is searched like a folder. Another file that is named is taken whatever it is called, and if it is not there: then it
    /// fails.
    public func files(_ inputs: [String]) -> [InputFile] {
        let roots = Self.prefixes(inputs)
        var found: [InputFile] = []
        for (input, prefix) in zip(inputs, roots) {
            if let folder = Folder(input) {
                var inside: [InputFile] = []
                collect(folder, path: input, place: "", above: [folder], into: &inside)
                found += inside.map { $0.moved(below: prefix) }
            } else if ZipArchive.isNamed(input), FileManager.default.fileExists(atPath: input) {
                var inside: [InputFile] = []
                collectArchive(input, place: "", takesReports: include.isEmpty, into: &inside)
                found += inside.map { $0.moved(below: prefix.isEmpty && $0.place.isEmpty ? lastPart(input) : prefix) }
            } else {
                found.append(InputFile(path: input, place: prefix.isEmpty ? lastPart(input) : prefix))
            }
        }
        found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var seen = Set<InputFile.Identity>()
        found = found.filter { seen.insert($0.identity).inserted }
        var places = Set<String>()
        for index in found.indices {
            let place = found[index].place
            var number = 2
            while !places.insert(found[index].place).inserted {
                found[index].place = "\(place)-\(number)"
                number += 1
            }
        }
        return found
    }

    /// A folder, whatever its name.
    private struct Folder: Hashable {
        let identity: FileStatus.Identity

        init?(_ path: String) {
            guard let status = FileStatus(path), status.kind == .folder else { return nil }
            identity = status.identity
        }
    }

    private func collect(
        _ folder: Folder, path: String, place: String, above: Set<Folder>, into files: inout [InputFile]
    ) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            files.append(InputFile(path: path, place: place, origin: .nothing(cause: "the folder cannot be searched")))
            return
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let ownPath = path.hasSuffix("/") ? path + name : path + "/" + name
            let ownPlace = place.isEmpty ? name : place + "/" + name
            guard !matches(exclude, name: name, place: ownPlace) else { continue }
            if let inner = Folder(ownPath) {
                guard !above.contains(inner) else { continue }
                collect(inner, path: ownPath, place: ownPlace, above: above.union([inner]), into: &files)
            } else if ZipArchive.isNamed(name) {
                let isMeant = include.isEmpty || matches(include, name: name, place: ownPlace)
                collectArchive(ownPath, place: ownPlace, takesReports: isMeant, into: &files)
            } else if include.isEmpty ? hasKnownEnding(name) : matches(include, name: name, place: ownPlace) {
                files.append(InputFile(path: ownPath, place: ownPlace))
            }
        }
    }

    /// - Parameter takesReports: true to take files by the endings that reports have, false to take what `include` says.
    private func collectArchive(_ path: String, place: String, takesReports: Bool, into files: inout [InputFile]) {
        let (entries, damage) = ZipArchive(path: path).entries()
        func add(_ inner: String, _ origin: InputFile.Origin) {
            let own = place.isEmpty ? inner : place + "/" + inner
            files.append(InputFile(path: path + "/" + inner, place: own, origin: origin))
        }
        for entry in entries {
            let parts = entry.path.split(separator: "/").map(String.init)
            let name = parts.last ?? ""
            let own = place.isEmpty ? entry.path : place + "/" + entry.path
            if parts.contains(where: { $0.hasPrefix(".") }) || isLeftOut(parts, below: place) { continue }
            if takesReports, ZipArchive.isNamed(name) {
                add(entry.path, .nothing(cause: "an archive in an archive is not opened; unpack the outer one"))
            } else if takesReports ? hasKnownEnding(name) : matches(include, name: name, place: own) {
                add(entry.path, .entry(archive: path, path: entry.path, number: entry.number))
            }
        }
        if let damage {
            let cause = "a zip archive that can be read no further than \(entries.count) files: \(damage)"
            files.append(InputFile(path: path, place: place, origin: .nothing(cause: cause)))
        }
    }

    /// True where a file or one of the folders that it is in is to be left out.
    private func isLeftOut(_ parts: [String], below place: String) -> Bool {
        var own = place
        return parts.contains { part in
            own = own.isEmpty ? part : own + "/" + part
            return matches(exclude, name: part, place: own)
        }
    }

    private func hasKnownEnding(_ name: String) -> Bool {
        Self.endings.contains(FileName(name).ending)
    }

    /// A glob with a slash is for the path below the folder that was given, another one for the name.
    private func matches(_ globs: [String], name: String, place: String) -> Bool {
        globs.contains { fnmatch($0, $0.contains("/") ? place : name, 0) == 0 }
    }

    /// What tells the files of several inputs apart: one input needs nothing, several go by their last part.
    private static func prefixes(_ inputs: [String]) -> [String] {
        if inputs.count == 1 { return [""] }
        var taken: [String: Int] = [:]
        return inputs.map { input in
            let name = lastPart(input)
            taken[name, default: 0] += 1
            let number = taken[name] ?? 1
            return number == 1 ? name : "\(name)-\(number)"
        }
    }
}

extension InputFile {
    /// What makes it the same file, however often it is named.
    struct Identity: Hashable {
        var path: String
        /// An archive may have several entries of one name.
        var number: Int?
    }

    var identity: Identity {
        if case .entry(_, _, let number) = origin { Identity(path: path, number: number) } else { Identity(path: path) }
    }

    func moved(below prefix: String) -> InputFile {
        var file = self
        file.place = [prefix, place].filter { !$0.isEmpty }.joined(separator: "/")
        return file
    }
}

private func lastPart(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.last.map(String.init) ?? "input"
}
