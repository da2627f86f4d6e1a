/// What a worker says about one file: a line of JSON on its standard output, with as many bytes of payload behind it as it says.
///
/// The payload is the file's reports, each a line of JSON.
public struct WorkAnswer: Hashable, Sendable, Codable {
    /// Of the request; nil where a line was no request.
    public var id: Int?
    /// The length of the payload.
    public var bytes = 0
    public var reports = 0
    /// How many of their figures are in doubt.
    public var suspects = 0
    /// SHA-256 of the bytes that were read; nil where the file could not be opened.
    public var sha256: String?
    /// Why the file gives no report.
    public var error: String?
    /// Where nothing is wrong with the file, but it is not to be read: the name of a ``SkipReason``. Left out elsewhere.
    public var skipped: SkipReason.Name?
    /// Files of an archive that give no report, though they may be one. Left out where there are none.
    public var failed: [Failure]?
    /// Time it took.
    public var seconds = 0.0
    /// The most resident memory of the process while it read the file, in bytes.
    public var memory = 0
    /// The worker ends after this answer, and another one should take its place.
    public var last = false

    /// A file in an archive.
    public struct Failure: Hashable, Sendable, Codable {
        /// Its path, below that of the archive.
        public var file: String
        public var error: String
    }

    public init(id: Int?) { self.id = id }
}
