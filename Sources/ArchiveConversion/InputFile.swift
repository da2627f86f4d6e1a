public import ArchiveReader
public import Nianbao

/// A file to convert.
public struct InputFile: Hashable, Sendable {
    /// As outputs name it: the path of a file, or that of an archive and the path in it.
    public var path: String
    /// Its path below the folder that was given: where it goes in a folder of outputs.
    public var place: String
    public var origin: Origin

    /// Where its bytes come from.
    public enum Origin: Hashable, Sendable {
        /// The file at its path.
        case file
        case member(Member)
        /// Nowhere: it is known already why it cannot be read.
        case nothing(cause: String)
        /// Nowhere: it is known already that it is not to be read.
        case skipped(SkipReason)
    }

    /// A file in an archive, or in an archive in it.
    public struct Member: Hashable, Sendable {
        /// The path of the outermost archive.
        public var archive: String
        public var format: ArchiveFormat
        /// The path in it.
        public var path: String
        /// Its place among all entries, from 0; before it those of the archives that it is in.
        public var place: [Int]
    }

    public init(path: String, place: String, origin: Origin = .file) {
        self.path = path
        self.place = place
        self.origin = origin
    }
}
