/// What one file may cost.
public struct WorkerLimits: Hashable, Sendable {
    /// Time, after which the process that reads it is killed.
    public var time: Duration
    /// Bytes of memory that a worker may take while it reads.
    public var memory: Int
    /// After how many files a worker makes place for a new one, so that nothing that libraries keep adds up.
    public var files: Int

    public init(time: Duration = .seconds(60), memory: Int = 1 << 30, files: Int = 500) {
        self.time = time
        self.memory = memory
        self.files = files
    }
}
