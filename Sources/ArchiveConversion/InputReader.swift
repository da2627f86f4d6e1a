internal import ArchiveFiles
internal import ArchiveReader
internal import FileAccess
internal import Foundation
internal import Nianbao

/// What is known of an input after one pass over its bytes.
struct InputContent {
    var sha256: String
    /// The same for the worker, as long as the file does not change; nil where the system says nothing of it.
    var known: KnownContent?
    /// As what it is read: the same bytes are read in another way where a name says that they are something else.
    var kind: String
    /// What besides the reader decides on what is read of it; empty for nothing.
    var tools = ""
    /// Why it is not read at all.
    var skip: SkipReason?
    /// Where a worker opens it.
    var path: String
    /// What the path names, where it is no file of its own.
    var spooled: UnnamedFile?
}

/// Goes over inputs one after the other, never with more than a piece of one in memory.
final class InputReader {
    /// Files with more bytes are refused.
    private let largest: Int
    private let password: String?
    /// A name for what converts documents of older programs.
    private let office: String
    private var walk: ArchiveWalk?

    init(largest: Int, password: String?, office: String = "") {
        self.largest = largest
        self.password = password
        self.office = office
    }

    /// - Throws: where unpacked bytes cannot be kept for the worker.
    func content(of file: InputFile) throws(OutputError) -> Result<InputContent, FailureCause> {
        switch file.origin {
        case .nothing(let cause): return .failure(.unreadable(cause))
        case .skipped(let reason):
            return .success(InputContent(sha256: "", kind: "none", skip: reason, path: file.path))
        case .file:
            do throws(FailureCause) { return .success(try fileContent(file.path)) } catch { return .failure(error) }
        case .member(let member):
            let spooled = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
            do { return .success(try content(of: member, named: file.path, spooled)) } catch let error as OutputError {
                throw error
            } catch let error as ArchiveError {
                return .failure(.unreadable("\(member.archive): \(error.cause)"))
            } catch let error as FailureCause {
                return .failure(error)
            } catch {
                return .failure(.unreadable("\(error)"))
            }
        }
    }

    private func content(
        of member: InputFile.Member, named name: String, _ spooled: UnnamedFile
    ) throws -> InputContent {
        let walk = try walk(through: member)
        try walk.go(to: ArchiveMember(path: member.path, place: member.place, kind: .file))
        var scan = ContentScan()
        while case let bytes = try walk.bytes(), !bytes.isEmpty {
            scan.add(bytes)
            guard scan.count <= largest else { throw Self.tooLarge(largest) }
            try spooled.write(bytes)
        }
        scan.status = spooled.status
        return scan.content(name: name, path: spooled.path, spooled: spooled, office: office)
    }

    private func walk(through member: InputFile.Member) throws -> ArchiveWalk {
        if let walk, walk.archive == member.archive { return walk }
        let made = try ArchiveWalk(
            path: member.archive, size: openPlainFile(member.archive).size, format: member.format, password: password,
            judge: FileKind.archiveJudge)
        walk = made
        return made
    }

    private func fileContent(_ path: String) throws(FailureCause) -> InputContent {
        try Self.scan(of: path, largest: largest).content(
            name: path, path: path, spooled: nil, office: office)
    }

    /// Of the bytes of the file at `path`.
    static func sha256(of path: String) throws(FailureCause) -> String { try scan(of: path, largest: .max).sha256 }

    private static func tooLarge(_ largest: Int) -> FailureCause {
        .unreadable("larger than the \(largest >> 20) MiB of memory that reading it may take; see --memory")
    }

    private static func scan(of path: String, largest: Int) throws(FailureCause) -> ContentScan {
        let file = try openPlainFile(path)
        guard file.size <= largest else { throw tooLarge(largest) }
        var scan = ContentScan()
        scan.status = file.status
        do throws(FileError) {
            while case let bytes = try file.read(), !bytes.isEmpty { scan.add(bytes) }
        } catch {
            throw .unreadable(error.cause)
        }
        return scan
    }
}

/// Opens what has an end: a pipe may never come to one.
private func openPlainFile(_ path: String) throws(FailureCause) -> OpenFile {
    do { return try OpenFile(reading: path, isPlain: true) } catch { throw .unreadable(error.cause) }
}

/// One pass over bytes.
private struct ContentScan {
    /// Of the file before its bytes are read; of one that is written here, and by nobody else, afterwards.
    var status: FileStatus?
    private(set) var count = 0
    private var checksum = Checksum()
    private var head: [UInt8] = []

    mutating func add(_ bytes: [UInt8]) {
        checksum.update(bytes)
        count += bytes.count
        head += bytes.prefix(FileKind.headLength(head.isEmpty ? bytes[...] : head[...]) - head.count)
    }

    var sha256: String { checksum.hexadecimal }

    func content(name: String, path: String, spooled: UnnamedFile?, office: String) -> InputContent {
        // What is broken says so to whoever reads it.
        let kind = try? FileKind(of: FileBytes(name: name, head))
        let sha256 = sha256
        var content = InputContent(
            sha256: sha256, known: status.map { KnownContent(sha256: sha256, status: $0) },
            kind: kind?.name ?? "unknown", path: path, spooled: spooled)
        if kind?.isConverted ?? false { content.tools = office }
        switch kind {
        case .foreign(let foreign): content.skip = SkipReason(foreign)
        case .empty: content.skip = .empty(name)
        default: break
        }
        return content
    }
}
