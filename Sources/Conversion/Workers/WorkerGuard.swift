#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Ends a worker that takes too much memory, and one whose parent is gone, even while a library hangs.
enum WorkerGuard {
    /// What a worker ends with when it has taken more memory than it may: the number of `ENOMEM`.
    static let memoryExitCode: Int32 = ENOMEM

    /// Sets the limits of the calling process, and starts a thread that watches it.
    static func start(memory: Int) {
        // The one that counts is resident memory, looked at fifty times a second. Addresses are limited too: what is asked for at once
        // and in one piece is refused before it can be touched.
        limit(RLIMIT_AS, to: ProcessMemory.mapped + threadAddresses + memory)
        // A crash is told by its signal; a core file for every bad input would fill the disk.
        limit(RLIMIT_CORE, to: 0)
        startThread(UnsafeMutableRawPointer(watch(memory: memory)))
    }

    /// Stacks and heaps of the few threads that a worker has are reserved, but not used.
    private static let threadAddresses = 256 << 20

    /// What the thread is given, and keeps as long as the process lives.
    private static func watch(memory: Int) -> UnsafeMutablePointer<WorkerWatch> {
        let watch = UnsafeMutablePointer<WorkerWatch>.allocate(capacity: 1)
        watch.initialize(to: WorkerWatch(memory: memory, parent: getppid()))
        return watch
    }

    private static func startThread(_ argument: UnsafeMutableRawPointer) {
        var thread = pthread_t()
        if pthread_create(&thread, nil, look, argument) == 0 { pthread_detach(thread) }
    }

    private static func limit(_ resource: __rlimit_resource, to bytes: Int) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(resource.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        // The hard limit stays: programs that this one starts inherit it, and have limits of their own.
        limit.rlim_cur = min(rlim_t(bytes), limit.rlim_max)
        setrlimit(resource, &limit)
    }
}

private struct WorkerWatch {
    var memory: Int
    var parent: pid_t
}

private func look(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let watch = argument?.assumingMemoryBound(to: WorkerWatch.self).pointee else { return nil }
    while true {
        if ProcessMemory.resident > watch.memory { _exit(WorkerGuard.memoryExitCode) }
        if getppid() != watch.parent { _exit(0) }
        usleep(20_000)
    }
}
