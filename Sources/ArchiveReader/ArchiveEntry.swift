/// What an archive says about one of its entries.
public struct ArchiveEntry: Hashable, Sendable {
    /// Its name as it is written: in UTF-8 where the archive says so, else in whatever encoding its writer's system had.
    public var name: [UInt8]
    public var kind: Kind
    public var isEncrypted: Bool

    public enum Kind: Hashable, Sendable {
        case file, folder
        /// To another entry, or to something outside of the archive.
        case link
        /// A device, a pipe.
        case special
    }
}

/// Why an archive or an entry cannot be read.
public struct ArchiveError: Error, Hashable, Sendable {
    /// What the library says.
    public var cause: String
    /// Nothing that comes after it can be read either.
    public var isFatal: Bool

    public init(cause: String, isFatal: Bool) {
        self.cause = cause
        self.isFatal = isFatal
    }
}
