internal import ArchiveFiles
internal import ArchiveReader
public import FileAccess
internal import Nianbao
internal import Posix

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds the files to convert, and those that are not to be.
public struct InputScan: Sendable {
    /// What a folder's files must be called, as globs; empty for all.
    public var include: [String]
    /// What is left out, files and folders, as globs.
    public var exclude: [String]
    /// Tried on encrypted archives.
    public var password: String?
    /// How many archives may be one in another, the outermost counted.
    public var depth: Int
    /// What the run writes itself: it may stand among its inputs, and is none.
    public var ownFiles: Set<String>

    public init(
        include: [String] = [], exclude: [String] = [], password: String? = nil, depth: Int = 3,
        ownFiles: Set<String> = []
    ) {
        (self.include, self.exclude) = (include, exclude)
        (self.password, self.depth) = (password, depth)
        self.ownFiles = Set(ownFiles.map(Self.resolved))
    }

    /// The files of `inputs`, each path once, in the order of their paths. Of what is not to be read the reason is told.
    ///
    /// A folder is searched to its depth, in links too, but not twice on one way down. An archive is searched like a folder, and so are
    /// archives in it. A file that is named is looked at whatever it is called, and if it is not there: then it fails. What globs leave
    /// out is not among them.
    public func files(_ inputs: [String]) throws(OutputError) -> [InputFile] {
        var found: [InputFile] = []
        for (input, prefix) in zip(inputs, Self.prefixes(inputs)) {
            var inside: [InputFile] = []
            let isFolder = FileStatus(input)?.kind == .folder
            if let folder = Folder(input) {
                try collect(folder, path: input, place: "", above: [folder], into: &inside)
            } else {
                try add(input, place: "", isMeant: include.isEmpty, into: &inside)
            }
            found += inside.map { file in
                let isAlone = prefix.isEmpty && file.place.isEmpty && !isFolder
                return file.moved(below: isAlone ? Self.lastPart(input) : prefix)
            }
        }
        found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var seen = Set<InputFile.Identity>()
        found = found.filter { seen.insert($0.identity).inserted }
        return Self.withPlacesOfTheirOwn(found)
    }

    /// A folder, whatever its name.
    private struct Folder: Hashable {
        let identity: FileStatus.Identity

        init?(_ path: String) {
            guard let status = FileStatus(path), status.kind == .folder else { return nil }
            identity = status.identity
        }
    }

    // MARK: Folders

    private func collect(
        _ folder: Folder, path: String, place: String, above: Set<Folder>, into files: inout [InputFile]
    ) throws(OutputError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            files.append(InputFile(path: path, place: place, origin: .nothing(cause: "the folder cannot be searched")))
            return
        }
        for name in names.sorted() {
            let ownPath = path.hasSuffix("/") ? path + name : path + "/" + name
            let ownPlace = place.isEmpty ? name : place + "/" + name
            guard !matches(exclude, name: name, place: ownPlace), !isOwn(ownPath) else { continue }
            let isMeant = include.isEmpty || matches(include, name: name, place: ownPlace)
            func skip(_ reason: SkipReason) {
                if isMeant { files.append(InputFile(path: ownPath, place: ownPlace, origin: .skipped(reason))) }
            }
            if let reason = SkipReason(name: name) {
                skip(reason)
            } else if let inner = Folder(ownPath) {
                if above.contains(inner) {
                    skip(SkipReason(.directoryLink, "a link to a folder that it is in itself"))
                } else {
                    try collect(inner, path: ownPath, place: ownPlace, above: above.union([inner]), into: &files)
                }
            } else if FileStatus(ownPath)?.kind == .special {
                skip(SkipReason(.special, "a pipe, a socket or a device"))
            } else {
                try add(ownPath, place: ownPlace, isMeant: isMeant, into: &files)
            }
        }
    }

    /// The run's own files have names beside them while they are written.
    private func isOwn(_ path: String) -> Bool {
        guard !ownFiles.isEmpty else { return false }
        let path = Self.resolved(path)
        if ownFiles.contains(path) { return true }
        let name = FileName(path)
        return ownFiles.contains { own in
            let ownName = FileName(own)
            return ownName.folder == name.folder
                && [".\(ownName.last).part", "\(ownName.last).lock", "\(ownName.last)-journal"].contains(name.last)
        }
    }

    /// A path without links on the way, whether or not there is a file.
    private static func resolved(_ path: String) -> String {
        let folder = FileName(path).folder
        let above = path.hasPrefix("/") && folder.isEmpty ? "/" : folder.isEmpty ? "." : String(folder)
        return FileStatus.resolvingLinks(above) + "/" + FileName(path).last
    }

    /// A file, or the files of an archive.
    ///
    /// - Parameter isMeant: false for what globs leave out; in an archive they look at every file.
    private func add(_ path: String, place: String, isMeant: Bool, into files: inout [InputFile]) throws(OutputError) {
        guard let archive = Archive(path) else {
            if isMeant || place.isEmpty { files.append(InputFile(path: path, place: place)) }
            return
        }
        try collect(archive, place: place, takesAll: isMeant, into: &files)
    }

    // MARK: Archives

    /// A file that is an archive by its content, or by its name where that does not tell.
    private struct Archive {
        let path: String
        let format: ArchiveFormat
        let size: Int

        init?(_ path: String) {
            guard let file = try? OpenFile(reading: path, isPlain: true), var start = try? file.read(512),
                ArchiveFormat.isPossible(start[...], ending: FileName(path).ending)
            else { return nil }
            while start.count < ArchiveWalk.headLength, let more = try? file.read(), !more.isEmpty { start += more }
            guard let format = FileKind.archiveJudge(start[...], path) else { return nil }
            (self.path, self.format, size) = (path, format, file.size)
        }
    }

    private func collect(
        _ archive: Archive, place: String, takesAll: Bool, into files: inout [InputFile]
    ) throws(OutputError) {
        var limits = ArchiveLimits()
        limits.depth = depth
        let walk: ArchiveWalk
        do throws(ArchiveError) {
            walk = try ArchiveWalk(
                path: archive.path, size: archive.size, format: archive.format, password: password, limits: limits,
                judge: FileKind.archiveJudge)
        } catch {
            files.append(
                InputFile(
                    path: archive.path, place: place,
                    origin: .nothing(cause: "an archive that cannot be opened: \(error.cause)")))
            return
        }
        while let member = try walk.next(isOpened: { SkipReason(inside: $0) == nil && !isLeftOut($0, below: place) }) {
            guard !isLeftOut(member.path, below: place) else { continue }
            let own = [place, member.path].filter { !$0.isEmpty }.joined(separator: "/")
            let name = Self.lastPart(member.path.isEmpty ? archive.path : member.path)
            guard takesAll || matches(include, name: name, place: own) || member.kind.isDamage else { continue }
            let path = member.path.isEmpty ? archive.path : archive.path + "/" + member.path
            files.append(InputFile(path: path, place: own, origin: origin(of: member, in: archive)))
        }
    }

    private func origin(of member: ArchiveMember, in archive: Archive) -> InputFile.Origin {
        if case .damaged(let cause) = member.kind { return .nothing(cause: cause) }
        if let reason = SkipReason(inside: member.path) ?? SkipReason(member.kind, depth: depth) {
            return .skipped(reason)
        }
        return .member(
            InputFile.Member(archive: archive.path, format: archive.format, path: member.path, place: member.place))
    }

    /// True where a file or one of the folders that it is in is to be left out.
    private func isLeftOut(_ path: String, below place: String) -> Bool {
        var own = place
        return path.split(separator: "/").contains { part in
            own = own.isEmpty ? String(part) : own + "/" + part
            return matches(exclude, name: String(part), place: own)
        }
    }

    // MARK: Names

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

    private static func withPlacesOfTheirOwn(_ files: [InputFile]) -> [InputFile] {
        var files = files
        var places = Set<String>()
        for index in files.indices {
            let place = files[index].place
            var number = 2
            while !places.insert(files[index].place).inserted {
                files[index].place = "\(place)-\(number)"
                number += 1
            }
        }
        return files
    }

    private static func lastPart(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return parts.last.map(String.init) ?? "input"
    }
}

extension ArchiveMember.Kind {
    /// Files that nobody has seen may be lost with it.
    fileprivate var isDamage: Bool { if case .damaged = self { true } else { false } }
}

extension InputFile {
    /// What makes it the same file, however often it is named.
    struct Identity: Hashable {
        var path: String
        /// An archive may have several entries of one name.
        var place: [Int]
    }

    var identity: Identity {
        if case .member(let member) = origin {
            Identity(path: path, place: member.place)
        } else {
            Identity(path: path, place: [])
        }
    }

    func moved(below prefix: String) -> InputFile {
        var file = self
        file.place = [prefix, place].filter { !$0.isEmpty }.joined(separator: "/")
        return file
    }
}
