internal import Posix

/// What a path names, links followed.
public struct FileStatus: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case file, folder
        /// A device, a pipe, a socket.
        case special
    }

    public let kind: Kind
    /// In bytes.
    public let size: Int
    /// When the content last changed, in nanoseconds since 1970.
    public let modified: Int64
    /// The same for one file under all of its names, and for no other.
    public let identity: Identity

    public struct Identity: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    /// nil where nothing is there.
    public init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(_ descriptor: Descriptor) {
        var status = stat()
        guard fstat(descriptor.number, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .special
            }
        size = Int(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    /// Where links lead to; the path itself where nothing is there.
    public static func resolvingLinks(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
