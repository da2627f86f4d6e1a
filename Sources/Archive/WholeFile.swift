internal import Glibc
internal import PDFReader

/// A file that is there whole or not at all: it is written under another name, and takes its own at the end.
final class WholeFile {
    var path: String { place.name }
    private(set) var count = 0
    private let place: FilePlace
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var checksum = Checksum()

    init(path: String) throws(OutputError) {
        place = try FilePlace(path)
        place.clear()
        descriptor = open(place.unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            place.clear()
        }
    }

    func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws(OutputError) {
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Gives the file its name, once all of it is on the disk; `isDurable` as for ``FilePlace/publish(isDurable:)``.
    ///
    /// - Returns: its SHA-256.
    @discardableResult
    func finish(isDurable: Bool = true) throws(OutputError) -> String {
        try flush()
        try place.publish(isDurable: isDurable)
        let closed = descriptor
        descriptor = -1
        guard close(closed) == 0 else { throw OutputError(path: path, code: errno) }
        return checksum.hexadecimal
    }

    private func flush() throws(OutputError) {
        let code = writeAll(buffer[...], to: descriptor)
        guard code == 0 else { throw OutputError(path: path, code: code) }
        checksum.update(buffer)
        count += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
