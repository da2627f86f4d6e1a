internal import FileAccess
public import ReportStandard

/// What became of one file.
public struct FileOutcome: Sendable {
    /// The number of the file, as it was given.
    public var id: Int
    /// What it is called.
    public var path: String
    public var result: Result<ReadReports, FailureCause>
    /// How often it was tried: more than once where a worker was lost with it.
    public var attempts: Int
    /// Time all attempts took.
    public var seconds: Double
    /// The most resident memory of the worker while it read the file, in bytes; 0 where it was lost.
    public var memory: Int
    /// SHA-256 of the bytes that were read, where they were.
    public var sha256: String?
}

/// The reports of a file, as a worker gave them.
public struct ReadReports: Hashable, Sendable {
    /// How many there are.
    public var count: Int
    /// How many of their figures are in doubt.
    public var suspects: Int
    /// One a line.
    public var json: [UInt8]

    /// The reports as values.
    public func reports() throws(ReadError) -> [Report] {
        try StoredReports.reports(in: FileBytes(name: "answer", json))
    }
}
