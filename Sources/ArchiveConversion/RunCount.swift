/// How far a conversion has come. What counts is recorded.
public struct RunCount: Hashable, Sendable {
    /// Files that were found.
    public var files = 0
    /// Files looked at so far: read, failed, known from before, or the same as another one.
    public var seen: Int { read + failed + known + knownFailed + duplicates }
    /// Read by this run.
    public var read = 0
    /// Given up by this run.
    public var failed = 0
    /// Read by an earlier run.
    public var known = 0
    /// Given up by an earlier run.
    public var knownFailed = 0
    /// With the content of another file.
    public var duplicates = 0
    /// Files with figures in doubt.
    public var suspect = 0
    /// Reports in all files that were read.
    public var reports = 0
    /// Files that could be read, but of which only the reports say that a table is missing; found when the outputs are written.
    public var lacking = 0

    public var allFailed: Int { failed + knownFailed }
    public var allRead: Int { read + known }

    public init(files: Int = 0) { self.files = files }
}
