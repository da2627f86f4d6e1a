/// A file to convert.
public struct InputFile: Hashable, Sendable {
    /// As outputs name it: the path of a file, or that of a zip archive and the path in it.
    public var path: String
    /// Its path below the folder that was given: where it goes in a folder of outputs.
    public var place: String
    public var origin: Origin

    /// Where its bytes come from.
    public enum Origin: Hashable, Sendable {
        /// The file at its path.
        case file
        /// The entry `path` of the zip archive at `archive`, by its place among all entries, from 0.
        case entry(archive: String, path: String, number: Int)
        /// Nowhere: it is known already why it cannot be read.
        case nothing(cause: String)
    }

    public init(path: String, place: String, origin: Origin = .file) {
        self.path = path
        self.place = place
        self.origin = origin
    }
}
