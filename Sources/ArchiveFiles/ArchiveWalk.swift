public import ArchiveReader
public import FileAccess

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Goes through the files of an archive in their order, into the archives in it too, and never has more than a piece of one in
/// memory. Archives in it are unpacked one at a time into files without a name.
public final class ArchiveWalk {
    /// Says what the beginning of a file is.
    public typealias Judge = @Sendable (_ start: ArraySlice<UInt8>, _ name: String) -> ArchiveFormat?

    /// How many bytes of a file its kind is told by.
    public static let headLength = 1 << 18

    /// The outermost archive, as it is named.
    public let archive: String
    private let password: String?
    private let judge: Judge
    private let allowance: ArchiveAllowance
    /// The archives that are open, the outermost first.
    private var open: [Level] = []
    /// Archives that could not be opened, by their place.
    private var failures: [[Int]: ArchiveError] = [:]

    private struct Level {
        var pass: ArchivePass
        /// What its members' paths begin with.
        var path: String
        /// It lies in here, where it is in another archive.
        var spooled: UnnamedFile?
        var files = 0
    }

    /// Opens the archive at `path`.
    ///
    /// - Parameters:
    ///   - name: what it is called; nil for its path.
    ///   - size: in bytes.
    ///   - judge: says which files in it are archives that are to be opened.
    public init(
        path: String, name: String? = nil, size: Int, format: ArchiveFormat, password: String? = nil,
        limits: ArchiveLimits = ArchiveLimits(), judge: @escaping Judge
    ) throws(ArchiveError) {
        archive = name ?? path
        (self.password, self.judge) = (password, judge)
        allowance = ArchiveAllowance(limits, size: size)
        let pass = try ArchivePass(
            path: path, name: archive, place: [], format: format, password: password, allowance: allowance)
        open = [Level(pass: pass, path: "")]
    }

    /// The next file; nil at the end.
    ///
    /// - Parameter isOpened: false for a path in the archive of which nothing is to be opened: an archive there is a file.
    /// - Throws: where files cannot be unpacked for want of a place.
    public func next(isOpened: (String) -> Bool = { _ in true }) throws(FileError) -> ArchiveMember? {
        while let level = open.last {
            let entry: ArchiveEntry?
            do throws(ArchiveError) { entry = try level.pass.next() ? level.pass.entry : nil } catch {
                open.removeLast()
                let words = Self.words(error, level)
                return ArchiveMember(path: level.path, place: level.pass.place, kind: .damaged(words))
            }
            if let entry {
                if entry.kind == .folder { continue }
                open[open.count - 1].files += 1
                if let member = try member(entry, isOpened: isOpened) { return member }
            } else {
                open.removeLast()
                if level.files == 0 { return ArchiveMember(path: level.path, place: level.pass.place, kind: .empty) }
            }
        }
        return nil
    }

    /// Goes to a file that has not been passed yet, by the place that ``next(isOpened:)`` gave.
    ///
    /// - Parameter path: what it is called; an archive that has another one there is another archive by now.
    public func go(to member: ArchiveMember) throws {
        while open.count > 1, let last = open.last, !member.place.dropLast().starts(with: last.pass.place) {
            open.removeLast()
        }
        while let level = open.last {
            let depth = level.pass.place.count
            guard depth < member.place.count, level.pass.position <= member.place[depth] else { break }
            while level.pass.position < member.place[depth] { guard try level.pass.next() else { throw Self.changed } }
            if depth == member.place.count - 1 {
                guard path(in: level) == member.path else { throw Self.changed }
                return
            }
            let inner = Array(member.place.prefix(depth + 1))
            if let failure = failures[inner] { throw failure }
            do {
                guard let format = try format(level) else { throw Self.changed }
                try descend(format)
            } catch let error as ArchiveError {
                failures[inner] = error
                throw error
            }
        }
        throw Self.changed
    }

    /// The next bytes of the file; empty at its end.
    public func bytes() throws(ArchiveError) -> [UInt8] { try open.last?.pass.bytes() ?? [] }

    // MARK: Members

    private static let changed = ArchiveError(cause: "the archive has changed", isFatal: true)

    /// The path of the entry that `level` stands at.
    private func path(in level: Level) -> String {
        if level.pass.isSingleFile { return level.path }
        let own = level.pass.entry.flatMap { MemberPath.path(of: $0.name) } ?? "unnamed-\(level.pass.position + 1)"
        return level.path.isEmpty ? own : level.path + "/" + own
    }

    /// What the entry that `level` stands at is, where it is an archive that is to be opened.
    private func format(_ level: Level) throws(ArchiveError) -> ArchiveFormat? {
        let path = path(in: level)
        let start = try level.pass.beginning(512)
        guard ArchiveFormat.isPossible(start, ending: FileName(path).ending) else { return nil }
        return judge(try level.pass.beginning(Self.headLength), path)
    }

    /// What stands where the innermost archive is at; nil for an archive that is open now.
    private func member(
        _ entry: ArchiveEntry, isOpened: (String) -> Bool
    ) throws(FileError) -> ArchiveMember? {
        guard let level = open.last else { return nil }
        var member = ArchiveMember(
            path: path(in: level), place: level.pass.place + [level.pass.position], kind: .file)
        guard entry.kind == .file else {
            member.kind = entry.kind == .link ? .link : .special
            return member
        }
        // A file that cannot be read says so when it is read.
        guard isOpened(member.path), let format = try? format(level) else { return member }
        guard open.count < allowance.limits.depth else {
            member.kind = .tooDeep
            return member
        }
        do { try descend(format) } catch let error as FileError {
            throw error
        } catch {
            member.kind = .damaged("an archive that cannot be opened: \((error as? ArchiveError)?.cause ?? "\(error)")")
            return member
        }
        return nil
    }

    /// Opens the archive that the innermost one stands at.
    private func descend(_ format: ArchiveFormat) throws {
        guard let level = open.last else { return }
        let spooled = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
        while case let bytes = try level.pass.bytes(), !bytes.isEmpty { try spooled.write(bytes) }
        let path = path(in: level)
        let pass = try ArchivePass(
            path: spooled.path, name: archive + "/" + path, place: level.pass.place + [level.pass.position],
            format: format, password: password, allowance: allowance)
        open.append(Level(pass: pass, path: path, spooled: spooled))
    }

    private static func words(_ error: ArchiveError, _ level: Level) -> String {
        "a \(level.pass.format.rawValue) archive that can be read no further than \(level.files) files: \(error.cause)"
    }
}
