internal import Posix

/// A file that is open, for as long as the object lives.
public final class OpenFile: Sendable {
    public let path: String
    package let descriptor: Descriptor

    /// Opens for reading.
    ///
    /// - Parameter isPlain: true to refuse what may have no end, such as a pipe; nobody says so in advance.
    public init(reading path: String, isPlain: Bool = false) throws(FileError) {
        self.path = path
        let number = open(path, O_RDONLY | O_CLOEXEC | (isPlain ? O_NONBLOCK : 0))
        guard number >= 0 else { throw FileError(reading: path, SystemError(code: errno)) }
        descriptor = Descriptor(number)
        guard let status = FileStatus(descriptor) else { throw FileError(reading: path, SystemError(code: errno)) }
        if status.kind == .folder, !isPlain {
            throw FileError(.unreadable, path: path, cause: "is a directory; name the files in it")
        }
        if isPlain, status.kind != .file { throw FileError(.unreadable, path: path, cause: "no plain file") }
    }

    /// Opens for writing with `open(2)`'s `flags`.
    init(writing path: String, flags: Int32, mode: mode_t = 0o644) throws(FileError) {
        self.path = path
        let number = open(path, flags | O_CLOEXEC, mode)
        guard number >= 0 else { throw FileError(writing: path) }
        descriptor = Descriptor(number)
    }

    deinit { close(descriptor.number) }

    /// In bytes; 0 for what does not say.
    public var size: Int { status?.size ?? 0 }

    /// As it is now.
    public var status: FileStatus? { FileStatus(descriptor) }

    /// The next bytes, at most `count` of them; none at the end.
    public func read(_ count: Int = 1 << 16) throws(FileError) -> [UInt8] {
        do { return try descriptor.read(count) } catch { throw FileError(reading: path, error) }
    }

    func write(_ bytes: [UInt8]) throws(FileError) {
        do { try descriptor.write(bytes) } catch { throw FileError(writing: path, error) }
    }

    /// Writes to the end of what is there: a device, a pipe, a file.
    public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        try OpenFile(writing: path, flags: O_WRONLY | O_APPEND).write(bytes)
    }
}
