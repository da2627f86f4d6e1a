internal import Posix
internal import Synchronization

/// Ends a worker whose file takes too much time or memory, and one whose parent is gone, even while a library hangs.
///
/// A thread looks fifty times a second. Time is the processor's: a busy machine makes no file fail.
final class WorkerGuard: Sendable {
    /// What a worker ends with when it has taken more memory than it may: the number of `ENOMEM`.
    static let memoryExitCode: Int32 = ENOMEM
    /// What a worker ends with when it has taken more time than it may: the number of `ETIME`.
    static let timeExitCode: Int32 = ETIME

    private let memory: Int
    private let time: Int
    private let parent = getppid()
    /// The processor time of the process, in nanoseconds, at which the file that is being read has taken too much.
    private let deadline = Atomic(Int.max)

    /// Sets the limits of the calling process, and starts the thread, which lives as long as it.
    init(_ limits: WorkerLimits) {
        memory = limits.memory
        time = Int(limits.time / .nanoseconds(1))
        // The one that counts is resident memory. Addresses are limited too: what is asked for at once and in one piece is refused
        // before it can be touched.
        limit(RLIMIT_AS, to: ProcessMemory.mapped + Self.threadAddresses + memory)
        // A crash is told by its signal; a core file for every bad input would fill the disk.
        limit(RLIMIT_CORE, to: 0)
        startThread()
    }

    /// Counts the time of one file: that which `body` takes.
    func timing<Value>(_ body: () -> Value) -> Value {
        let (end, isFarAway) = processorTime().addingReportingOverflow(time)
        deadline.store(isFarAway ? .max : end, ordering: .relaxed)
        defer { deadline.store(.max, ordering: .relaxed) }
        return body()
    }

    /// Stacks and heaps of the few threads that a worker has are reserved, but not used.
    private static let threadAddresses = 256 << 20

    private func startThread() {
        var thread = pthread_t()
        let look: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { guardian in
            guard let guardian else { return nil }
            Unmanaged<WorkerGuard>.fromOpaque(guardian).takeUnretainedValue().look()
        }
        // Kept for ever: the thread never ends.
        if pthread_create(&thread, nil, look, Unmanaged.passRetained(self).toOpaque()) == 0 { pthread_detach(thread) }
    }

    private func look() -> Never {
        while true {
            if ProcessMemory.resident > memory { _exit(Self.memoryExitCode) }
            if processorTime() > deadline.load(ordering: .relaxed) { _exit(Self.timeExitCode) }
            if getppid() != parent { _exit(0) }
            usleep(20_000)
        }
    }
}

/// The processor time that the process has taken, in nanoseconds.
private func processorTime() -> Int {
    var time = timespec()
    return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 ? time.tv_sec * 1_000_000_000 + time.tv_nsec : 0
}

private func limit(_ resource: __rlimit_resource, to bytes: Int) {
    var limit = rlimit()
    let resource = __rlimit_resource_t(resource.rawValue)
    guard getrlimit(resource, &limit) == 0 else { return }
    // The hard limit stays: programs that this one starts inherit it, and have limits of their own.
    limit.rlim_cur = min(rlim_t(bytes), limit.rlim_max)
    setrlimit(resource, &limit)
}
