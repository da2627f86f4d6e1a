/// What one file may cost.
public struct WorkerLimits: Hashable, Sendable {
    /// Processor time, after which the process that reads the file ends itself. A machine with much to do makes no file fail.
    public var time: Duration
    /// Time by the clock, after which a process is killed that gives no answer: one that waits takes no processor time.
    public var patience: Duration
    /// Bytes of memory that a worker may take while it reads.
    public var memory: Int
    /// After how many files a worker makes place for a new one, so that nothing that libraries keep adds up.
    public var files: Int

    /// - Parameter patience: nil for ten times `time`, and no less than ten minutes: a machine may have a lot to do.
    public init(
        time: Duration = .seconds(60), patience: Duration? = nil, memory: Int = 1 << 30, files: Int = 500
    ) {
        self.time = time
        self.patience = patience ?? max(time * 10, .seconds(600))
        self.memory = memory
        self.files = files
    }
}
