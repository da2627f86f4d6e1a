/// What a zip archive says about one of its entries.
public struct ZipEntry: Hashable, Sendable {
    /// Its name as it is written: in UTF-8 where the archive says so, else in whatever encoding its writer's system had.
    public var name: [UInt8]
    /// False for a folder or a link.
    public var isFile: Bool
    public var isEncrypted: Bool
}

/// Why an archive or an entry cannot be read.
public struct ZipError: Error, Hashable, Sendable {
    /// What the library says.
    public var cause: String
    /// Nothing that comes after it can be read either.
    public var isFatal: Bool

    public init(cause: String, isFatal: Bool) {
        self.cause = cause
        self.isFatal = isFatal
    }
}
