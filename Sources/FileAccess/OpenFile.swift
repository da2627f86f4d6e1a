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

    /// Goes on reading at a place, in bytes from the beginning.
    public func skip(to position: Int) throws(FileError) {
        guard lseek(descriptor.number, off_t(position), SEEK_SET) >= 0 else {
            throw FileError(reading: path, SystemError(code: errno))
        }
    }

    func write(_ bytes: [UInt8]) throws(FileError) {
        do { try descriptor.write(bytes) } catch { throw FileError(writing: path, error) }
    }

    /// Writes to the end of what is there: a device, a pipe, a file.
    public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        try OpenFile(writing: path, flags: O_WRONLY | O_APPEND).write(bytes)
    }

    /// Adds whole lines to a file, which is made where it is not there. When this returns they are on the disk.
    ///
    /// Several programs may do so at the same time: each waits for its turn. Where the last line has no end, because somebody was
    /// killed in the middle of it, it is ended first.
    public static func appendLines(_ bytes: [UInt8], to path: String) throws(FileError) {
        let isNew = FileStatus(path) == nil
        let file = try OpenFile(writing: path, flags: O_RDWR | O_APPEND | O_CREAT)
        let number = file.descriptor.number
        while flock(number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileError(writing: path) }
        }
        defer { flock(number, LOCK_UN) }
        let size = file.size
        if size > 0 {
            try file.skip(to: size - 1)
            if try file.read(1) != [0x0A] { try file.write([0x0A]) }
        }
        try file.write(bytes)
        guard fsync(number) == 0 else { throw FileError(writing: path) }
        if isNew { try syncFolder(of: path) }
    }

    /// Has the name of a new file on the disk, too.
    private static func syncFolder(of path: String) throws(FileError) {
        let folder = FileName(path).folder
        let name = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : String(folder)
        let number = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { return }
        defer { close(number) }
        guard fsync(number) == 0 else { throw FileError(writing: path) }
    }
}
