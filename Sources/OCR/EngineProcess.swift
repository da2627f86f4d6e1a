internal import Posix

/// A running program with a pipe to it and one from it. Ends with this object.
///
/// Reading is synchronous, as all of the reading of a document is; so are these pipes, each wait with its deadline.
final class EngineProcess {
    enum Failure: Error, Hashable {
        case outOfTime
        /// It has ended, or closed its pipe.
        case gone
        /// It does not keep to the framing.
        case malformed
        /// It could not be started.
        case notStarted(Int32)
    }

    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private var buffer: [UInt8] = []

    init(_ program: String, arguments: [String], environment: [String: String]) throws(Failure) {
        let toChild = try Self.pipe()
        let fromChild: [Int32]
        do throws(Failure) {
            fromChild = try Self.pipe()
        } catch {
            for end in toChild { close(end) }
            throw error
        }
        defer {
            close(toChild[0])
            close(fromChild[1])
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
        // What its libraries say is nobody's business; why it fails shows in what it answers.
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var child = pid_t()
        let code = Self.withStrings([program] + arguments) { arguments in
            Self.withStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawn(&child, program, &actions, nil, arguments, environment)
            }
        }
        guard code == 0 else {
            close(toChild[1])
            close(fromChild[0])
            throw .notStarted(code)
        }
        (process, input, output) = (child, toChild[1], fromChild[0])
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(input)
        close(output)
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Sends `bytes` whole.
    func send(_ bytes: [UInt8], by deadline: ContinuousClock.Instant) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: input, Int16(POLLOUT), until: deadline)
            let count = rest.withUnsafeBytes { Self.sendQuietly(input, $0) }
            if count < 0, errno != EAGAIN, errno != EINTR { throw .gone }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Bytes up to the next line end, without it.
    func line(by deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeFirst(end + 1) }
                return Array(buffer[..<end])
            }
            guard buffer.count < Self.longestHeader else { throw .malformed }
            try fill(by: deadline)
        }
    }

    func bytes(_ count: Int, by deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        while buffer.count < count { try fill(by: deadline) }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    /// A pipe that no other program inherits: its end to read from, and its end to write to.
    private static func pipe() throws(Failure) -> [Int32] {
        var ends: [Int32] = [0, 0]
        guard systemPipe(&ends) == 0 else { throw .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
    }

    private static let longestHeader = 1 << 16

    private func fill(by deadline: ContinuousClock.Instant) throws(Failure) {
        try wait(for: output, Int16(POLLIN), until: deadline)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(output, &chunk, chunk.count)
        if count == 0 { throw .gone }
        if count < 0, errno != EAGAIN, errno != EINTR { throw .gone }
        buffer += chunk.prefix(max(0, count))
    }

    private func wait(for descriptor: Int32, _ event: Int16, until deadline: ContinuousClock.Instant) throws(Failure) {
        while true {
            let left = deadline - ContinuousClock.now
            guard left > .zero else { throw .outOfTime }
            var state = pollfd(fd: descriptor, events: event, revents: 0)
            let seconds = min(left.components.seconds, 3600)
            let milliseconds = Int32(seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
            if poll(&state, 1, milliseconds) > 0 { return }
        }
    }

    /// Writes to a pipe whose reader may be gone, which is an error here and no signal.
    private static func sendQuietly(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        var (pipe, before) = (sigset_t(), sigset_t())
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let count = write(descriptor, bytes.baseAddress, bytes.count)
        if count < 0, errno == EPIPE {
            var now = timespec()
            sigtimedwait(&pipe, nil, &now)
            errno = EPIPE
        }
        return count
    }

    /// Lends `strings` as C has them, with a null at the end.
    private static func withStrings<T>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
    ) -> T {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

/// `pipe(2)`, under a name that the methods above do not shadow.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
