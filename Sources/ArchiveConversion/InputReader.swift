internal import FileAccess
internal import Foundation
internal import Nianbao
internal import ReportStandard
internal import ZipReader

/// What is known of an input after one pass over its bytes.
struct InputContent {
    var sha256: String
    /// The same for the worker, as long as the file does not change; nil where the system says nothing of it.
    var known: KnownContent?
    /// As what it is read: the same bytes are read in another way where a name says that they are something else.
    var kind: String
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
    private var pass: ZipPass?

    /// As many bytes as are looked at to tell what kind a file is.
    private static let headLength = 1 << 18

    init(largest: Int, password: String?) {
        self.largest = largest
        self.password = password
    }

    /// - Throws: where unpacked bytes cannot be kept for the worker.
    func content(of file: InputFile) throws(OutputError) -> Result<InputContent, FailureCause> {
        switch file.origin {
        case .nothing(let cause): return .failure(.unreadable(cause))
        case .file:
            do throws(FailureCause) { return .success(try fileContent(file.path)) } catch { return .failure(error) }
        case .entry(let archive, let path, let number):
            let spooled = try UnnamedFile(in: FileManager.default.temporaryDirectory.path)
            do {
                let pass = try pass(through: archive)
                try pass.go(to: number, path: path)
                var scan = ContentScan(headLength: Self.headLength)
                while case let bytes = try pass.bytes(), !bytes.isEmpty {
                    scan.add(bytes)
                    guard scan.count <= largest else { return .failure(Self.tooLarge(largest)) }
                    try spooled.write(bytes)
                }
                scan.status = spooled.status
                return .success(scan.content(name: file.path, path: spooled.path, spooled: spooled))
            } catch let error as OutputError {
                throw error
            } catch let error as ZipError {
                return .failure(.unreadable("\(archive): \(error.cause)"))
            } catch let error as FailureCause {
                return .failure(error)
            } catch {
                return .failure(.unreadable("\(error)"))
            }
        }
    }

    private func pass(through archive: String) throws -> ZipPass {
        if let pass, pass.archive == archive { return pass }
        let made = try ZipPass(archive: archive, size: openPlainFile(archive).size, password: password)
        pass = made
        return made
    }

    private func fileContent(_ path: String) throws(FailureCause) -> InputContent {
        try Self.scan(of: path, largest: largest).content(name: path, path: path, spooled: nil)
    }

    /// Of the bytes of the file at `path`.
    static func sha256(of path: String) throws(FailureCause) -> String { try scan(of: path, largest: .max).sha256 }

    private static func tooLarge(_ largest: Int) -> FailureCause {
        .unreadable("larger than the \(largest >> 20) MiB of memory that reading it may take; see --memory")
    }

    private static func scan(of path: String, largest: Int) throws(FailureCause) -> ContentScan {
        let file = try openPlainFile(path)
        guard file.size <= largest else { throw tooLarge(largest) }
        var scan = ContentScan(headLength: headLength)
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
    let headLength: Int
    /// Of the file before its bytes are read; of one that is written here, and by nobody else, afterwards.
    var status: FileStatus?
    private(set) var count = 0
    private var checksum = Checksum()
    private var head: [UInt8] = []

    init(headLength: Int) { self.headLength = headLength }

    mutating func add(_ bytes: [UInt8]) {
        checksum.update(bytes)
        count += bytes.count
        head += bytes.prefix(headLength - head.count)
    }

    var sha256: String { checksum.hexadecimal }

    func content(name: String, path: String, spooled: UnnamedFile?) -> InputContent {
        let kind = (try? Source.Kind(of: FileBytes(name: name, head)))?.rawValue ?? "unknown"
        let sha256 = sha256
        return InputContent(
            sha256: sha256, known: status.map { KnownContent(sha256: sha256, status: $0) }, kind: kind, path: path,
            spooled: spooled)
    }
}
