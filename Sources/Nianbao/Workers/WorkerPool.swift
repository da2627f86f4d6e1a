internal import Posix

/// Reads many files in worker processes, so that whatever a file does to its reader, the others are read.
///
/// ```swift
/// let pool = WorkerPool(tool: "/usr/local/bin/nianbao", jobs: 4)
/// for try await outcome in pool.outcomes(of: paths) {
///     switch outcome.result {
///     case .success(let read): print(outcome.path, try read.reports().count)
///     case .failure(let cause): print(outcome.path, cause)
///     }
/// }
/// ```
///
/// A worker is `nianbao worker`. One that crashes, takes too long or takes too much memory is killed with its process group and
/// replaced; its file is tried once more in a worker of its own, and then given up.
public struct WorkerPool: Sendable {
    /// The program `nianbao`.
    public var tool: String
    /// How many workers read side by side.
    public var jobs: Int
    public var limits: WorkerLimits
    /// A folder of forms to add, as for `nianbao extract --forms`.
    public var forms: String?
    /// Tried on encrypted files.
    public var password: String?
    /// When, and with what, pages are read by their picture.
    public var ocr: OCROptions
    /// With what documents of older programs are converted; the limits are those of workers.
    public var office: OfficeOptions

    public init(
        tool: String, jobs: Int, limits: WorkerLimits = WorkerLimits(), forms: String? = nil, password: String? = nil,
        ocr: OCROptions = OCROptions(threads: 1), office: OfficeOptions = OfficeOptions()
    ) {
        self.tool = tool
        self.jobs = max(1, jobs)
        self.limits = limits
        self.forms = forms
        self.password = password
        self.ocr = ocr
        self.office = office
    }

    /// What becomes of each file, in the order in which they are done; `id` is the place of its path.
    ///
    /// A path is taken when the one before it goes to a worker, and workers wait for whoever takes the outcomes: neither list is ever
    /// in memory as a whole.
    public func outcomes(of paths: some Sequence<String> & Sendable) -> FileOutcomes {
        let queue = PathQueue(paths)
        return outcomes { await queue.next() }
    }

    /// What becomes of each file that `next` gives, until it gives none. It is called from one task at a time.
    public func outcomes(next: @escaping @Sendable () async throws -> WorkRequest?) -> FileOutcomes {
        FileOutcomes(pool: self, source: WorkSource(next))
    }
}

/// Outcomes as they come. The work begins with the first one asked for, and ends when nobody asks any more.
public struct FileOutcomes: AsyncSequence, Sendable {
    let pool: WorkerPool
    let source: WorkSource

    public func makeAsyncIterator() -> Iterator { Iterator(Running(pool: pool, source: source)) }

    public struct Iterator: AsyncIteratorProtocol {
        private let running: Running

        fileprivate init(_ running: Running) { self.running = running }

        /// - Throws: ``WorkerStartError``, or what the source of the paths throws.
        public func next() async throws -> FileOutcome? { try await running.channel.next() }

        /// All that are done, once there is one; empty at the end. For who writes several as cheaply as one.
        package func nextBatch() async throws -> [FileOutcome] { try await running.channel.nextBatch() }
    }

    /// Ends the workers with the last iterator.
    fileprivate final class Running: Sendable {
        let channel: BoundedChannel<FileOutcome>
        private let task: Task<Void, Never>

        init(pool: WorkerPool, source: WorkSource) {
            // A worker that dies is met as an error of writing to it, not as a signal that ends this process.
            _ = signal(SIGPIPE, SIG_IGN)
            let channel = BoundedChannel<FileOutcome>(capacity: 2 * pool.jobs)
            self.channel = channel
            task = Task {
                do {
                    try await withThrowingTaskGroup { group in
                        for _ in 0..<pool.jobs {
                            group.addTask { try await WorkerSlot(pool: pool, source: source, channel: channel).run() }
                        }
                        try await group.waitForAll()
                    }
                    await channel.finish()
                } catch {
                    await channel.finish(.failure(error))
                }
            }
        }

        deinit {
            task.cancel()
            let channel = channel
            Task { await channel.finish() }
        }
    }
}

/// The work that is left, given out one at a time. The next one is made ready while workers are busy, so that none waits for it.
actor WorkSource {
    private let body: @Sendable () async throws -> WorkRequest?
    private var ready: Task<WorkRequest?, any Error>?

    init(_ body: @escaping @Sendable () async throws -> WorkRequest?) { self.body = body }

    func next() async throws -> WorkRequest? {
        let own = ready ?? making(after: nil)
        ready = making(after: own)
        return try await own.value
    }

    private func making(after previous: Task<WorkRequest?, any Error>?) -> Task<WorkRequest?, any Error> {
        let body = body
        return Task {
            // After the end there is nothing more to ask for.
            if let previous, try await previous.value == nil { return nil }
            return try await body()
        }
    }
}

private actor PathQueue {
    private var iterator: any IteratorProtocol<String>
    private var count = 0

    init(_ paths: some Sequence<String>) { iterator = paths.makeIterator() }

    func next() -> WorkRequest? {
        guard let path = iterator.next() else { return nil }
        defer { count += 1 }
        return WorkRequest(id: count, path: path)
    }
}
