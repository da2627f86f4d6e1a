/// The SHA-256 of a file's content, and what the system said of the file when its bytes were read: as long as it says the same they
/// need not be hashed again.
public struct KnownContent: Hashable, Sendable, Codable {
    /// In lower-case hexadecimal.
    public var sha256: String
    /// In bytes.
    public var size: Int
    /// When the content last changed, in nanoseconds since 1970.
    public var modified: Int64

    public init(sha256: String, size: Int, modified: Int64) {
        self.sha256 = sha256
        self.size = size
        self.modified = modified
    }

    /// - Parameter status: of the file *before* its bytes were read.
    public init(sha256: String, status: FileStatus) {
        self.init(sha256: sha256, size: status.size, modified: status.modified)
    }

    /// - Parameter status: of the file *after* its bytes were read: what changed in between shows.
    func isStill(_ status: FileStatus) -> Bool { status.size == size && status.modified == modified }
}
