internal import Posix

/// A file that is there whole or not at all: it is written under another name, and takes its own at the end.
public final class AtomicFile {
    public var path: String { place.name }
    /// How many bytes it has, once it is finished.
    public private(set) var count = 0
    private let place: AtomicPlace
    private var file: OpenFile?
    private var buffer: [UInt8] = []
    private var checksum = Checksum()

    public init(path: String) throws(FileError) {
        place = try AtomicPlace(path)
        place.clear()
        do { file = try OpenFile(writing: place.unfinished, flags: O_WRONLY | O_CREAT | O_EXCL) } catch {
            throw FileError(error.kind, path: path, cause: error.cause)
        }
    }

    deinit { giveUp() }

    /// Takes away what has been written, unless it is finished.
    public func giveUp() {
        guard file != nil else { return }
        place.clear()
        file = nil
    }

    public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

    public func write(_ bytes: [UInt8]) throws(FileError) {
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Gives the file its name, once all of it is on the disk; `isDurable` as for ``AtomicPlace/publish(isDurable:)``.
    ///
    /// - Returns: its SHA-256.
    @discardableResult
    public func finish(isDurable: Bool = true) throws(FileError) -> String {
        try flush()
        try place.publish(isDurable: isDurable)
        file = nil
        return checksum.hexadecimal
    }

    private func flush() throws(FileError) {
        do { try file?.write(buffer) } catch { throw FileError(error.kind, path: path, cause: error.cause) }
        checksum.update(buffer)
        count += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
