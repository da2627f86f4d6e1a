internal import ArchiveFiles
internal import ArchiveReader
public import FileAccess

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The files that a path names: the file itself, or what is in it where it is an archive.
public struct DocumentFiles: Sendable {
    /// Tried on encrypted archives.
    public var password: String?
    /// How many archives may be one in another.
    public var depth: Int

    /// Larger files in archives are not read.
    private static let largest = 1 << 30

    public init(password: String? = nil, depth: Int = 3) { (self.password, self.depth) = (password, depth) }

    /// A file in an archive of which nothing is read.
    public struct PassedOver: Error, Hashable, Sendable {
        /// What it is, or what is wrong with it.
        public var error: ReadError
        /// It may be a report that was not read.
        public var mayBeReport: Bool
    }

    /// Calls `body` with each file, in the order of the archive.
    ///
    /// - Parameter path: of the file, `-` for standard input. What is in an archive is called by the path in it, below the archive's.
    /// - Returns: true where the file is an archive.
    /// - Throws: ``ReadError`` where the file, or the archive, cannot be opened.
    @discardableResult
    public func forEach(
        _ path: String, _ body: (Result<FileBytes, PassedOver>) -> Void
    ) throws(ReadError) -> Bool {
        guard let (format, size) = try Self.archive(at: path) else {
            return try forEach(in: .reading(path), body)
        }
        try members(of: path, name: path, format: format, size: size, body)
        return true
    }

    /// The same of a file that is in memory.
    @discardableResult
    func forEach(
        in file: FileBytes, _ body: (Result<FileBytes, PassedOver>) -> Void
    ) throws(ReadError) -> Bool {
        guard ArchiveFormat.isPossible(file.prefix(512), ending: FileName(file.name).ending),
            let format = FileKind.archiveJudge(file.prefix(ArchiveWalk.headLength), file.name)
        else {
            body(.success(file))
            return false
        }
        let spooled: UnnamedFile
        do throws(FileError) {
            spooled = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
            try spooled.write(Array(file.prefix(file.count)))
        } catch {
            throw ReadError(.unreadable, file: file.name, cause: error.cause)
        }
        try members(of: spooled.path, name: file.name, format: format, size: file.count, body)
        return true
    }

    /// What archive a plain file is.
    private static func archive(at path: String) throws(ReadError) -> (ArchiveFormat, Int)? {
        guard path != "-", FileStatus(path)?.kind == .file else { return nil }
        do throws(FileError) {
            let file = try OpenFile(reading: path)
            var start = try file.read(512)
            guard ArchiveFormat.isPossible(start[...], ending: FileName(path).ending) else { return nil }
            while start.count < ArchiveWalk.headLength, case let more = try file.read(), !more.isEmpty { start += more }
            return FileKind.archiveJudge(start[...], path).map { ($0, file.size) }
        } catch {
            throw ReadError(error)
        }
    }

    private func members(
        of path: String, name: String, format: ArchiveFormat, size: Int,
        _ body: (Result<FileBytes, PassedOver>) -> Void
    ) throws(ReadError) {
        var limits = ArchiveLimits()
        limits.depth = depth
        do {
            let walk = try ArchiveWalk(
                path: path, name: name, size: size, format: format, password: password, limits: limits,
                judge: FileKind.archiveJudge)
            while let member = try walk.next(isOpened: { SkipReason(inside: $0) == nil }) {
                body(content(of: member, in: walk))
            }
        } catch let error as ArchiveError {
            throw ReadError(.damaged, file: name, cause: error.cause)
        } catch {
            throw ReadError(.unreadable, file: name, cause: (error as? FileError)?.cause ?? "\(error)")
        }
    }

    private func content(of member: ArchiveMember, in walk: ArchiveWalk) -> Result<FileBytes, PassedOver> {
        let name = member.path.isEmpty ? walk.archive : walk.archive + "/" + member.path
        func passed(_ reason: SkipReason) -> Result<FileBytes, PassedOver> {
            let error = ReadError(.unknownFormat, file: name, cause: reason.detail)
            return .failure(PassedOver(error: error, mayBeReport: reason.mayBeReport))
        }
        func failed(_ cause: String) -> Result<FileBytes, PassedOver> {
            .failure(PassedOver(error: ReadError(.damaged, file: name, cause: cause), mayBeReport: true))
        }
        if case .damaged(let cause) = member.kind { return failed(cause) }
        if let reason = SkipReason(inside: member.path) ?? SkipReason(member.kind, depth: depth) {
            return passed(reason)
        }
        var bytes: [UInt8] = []
        do throws(ArchiveError) {
            while case let more = try walk.bytes(), !more.isEmpty {
                bytes += more
                if bytes.count > Self.largest { return failed("larger than \(Self.largest >> 20) MiB") }
            }
        } catch {
            return failed(error.cause)
        }
        let file = FileBytes(name: name, bytes)
        return SkipReason(of: file).map(passed) ?? .success(file)
    }
}
