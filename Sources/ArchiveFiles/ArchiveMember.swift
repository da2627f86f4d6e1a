/// A file in an archive, or in an archive in it.
public struct ArchiveMember: Hashable, Sendable {
    /// Its path in the outermost archive, with those of the archives on the way: parts between slashes, without `.` and `..`. Empty for
    /// a file that was compressed by itself: it is called as its archive is.
    public var path: String
    /// Its place among all entries, from 0; before it those of the archives that it is in, from the outermost on.
    public var place: [Int]
    public var kind: Kind

    public enum Kind: Hashable, Sendable {
        case file
        /// To another entry, or to something outside of the archive.
        case link
        /// A device, a pipe.
        case special
        /// An archive that is no longer opened: too many are around it.
        case tooDeep
        /// An archive that cannot be read, or no further, and why.
        case damaged(String)
        /// An archive without a file in it.
        case empty
    }

    public init(path: String, place: [Int], kind: Kind) {
        (self.path, self.place, self.kind) = (path, place, kind)
    }
}
