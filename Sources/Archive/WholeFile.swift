internal import Glibc
internal import PDFReader

/// A file that is there whole or not at all: it is written under another name, and takes its own at the end.
final class WholeFile {
    let path: String
    private(set) var count = 0
    private let unfinished: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let checksum = Checksum()

    init(path: String) throws(OutputError) {
        self.path = path
        unfinished = Self.unfinishedPath(of: path)
        descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(unfinished)
        }
    }

    /// The name it has until it is whole. Always the same, so that the next run takes away what a killed one has left.
    static func unfinishedPath(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return ".\(path).part" }
        return path[...slash] + "." + path[path.index(after: slash)...] + ".part"
    }

    func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws(OutputError) {
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Gives the file its name, once all of it is on the disk.
    ///
    /// - Parameter isDurable: false to leave it to the system when the bytes are on the disk; for files that are made again where
    ///   they are not right.
    /// - Returns: its SHA-256.
    @discardableResult
    func finish(isDurable: Bool = true) throws(OutputError) -> String {
        try flush()
        guard !isDurable || fsync(descriptor) == 0 else { throw OutputError(path: path, code: errno) }
        let closed = descriptor
        descriptor = -1
        guard close(closed) == 0 else { throw OutputError(path: path, code: errno) }
        try Self.rename(unfinished, to: path)
        return checksum.hexadecimal
    }

    static func rename(_ unfinished: String, to path: String) throws(OutputError) {
        guard Glibc.rename(unfinished, path) == 0 else { throw OutputError(path: path, code: errno) }
    }

    private func flush() throws(OutputError) {
        let code = writeAll(buffer[...], to: descriptor)
        guard code == 0 else { throw OutputError(path: path, code: code) }
        checksum.update(buffer)
        count += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
