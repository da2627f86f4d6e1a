internal import Posix

/// A program that runs in a process group of its own. Its standard output and error go nowhere.
final class ChildProcess {
    /// Of the first process, and of the group.
    let id: pid_t
    /// The end of a pipe whose other end is its standard input; -1 for none.
    private let input: Int32
    private var isEnded = false

    /// `POSIX_SPAWN_SETSID` and `POSIX_SPAWN_SETPGROUP` of glibc and musl; the first one is not in every header.
    private static let newSession: Int16 = 0x80
    private static let newGroup: Int16 = 0x02

    struct NotStarted: Error, Hashable {
        /// Its `errno`.
        var code: Int32
    }

    /// - Parameters:
    ///   - hasInput: true for a pipe to it, which is closed with this object.
    ///   - isSession: true to part it from the terminal, so that no key pressed there reaches it.
    init(
        _ arguments: [String], environment: [String: String], hasInput: Bool = false, isSession: Bool = false
    ) throws(NotStarted) {
        var ends: [Int32] = [-1, -1]
        if hasInput {
            guard pipe(&ends) == 0 else { throw NotStarted(code: errno) }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        defer { if hasInput { close(ends[0]) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if hasInput {
            posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, isSession ? Self.newSession : Self.newGroup)
        var child = pid_t()
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for copy in words + variables { free(copy) } }
        let code = posix_spawnp(&child, arguments[0], &actions, &attributes, words, variables)
        guard code == 0 else {
            if hasInput { close(ends[1]) }
            throw NotStarted(code: code)
        }
        (id, input) = (child, ends[1])
    }

    /// Ends its input, and waits until it has ended.
    deinit {
        if input >= 0 { close(input) }
        exitCode()
    }

    /// True once it has ended.
    func hasEnded() -> Bool {
        if isEnded { return true }
        var status: Int32 = 0
        let found = waitpid(id, &status, WNOHANG)
        isEnded = found == id || found < 0 && errno != EINTR
        return isEnded
    }

    /// Sends a line to its standard input.
    func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(input, bytes, bytes.count)
    }

    /// Waits until it has ended by itself; -1 where it was killed, or its end was seen before.
    @discardableResult
    func exitCode() -> Int32 {
        guard !isEnded else { return -1 }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 { if errno != EINTR { return -1 } }
        isEnded = true
        // WIFEXITED and WEXITSTATUS of wait(2).
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }
}
