import FileAccess
import Posix

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The user's web browser.
enum Browser {
    /// Asks the desktop to open an address. Where there is none, the address that was printed has to do.
    static func open(_ address: String) {
        let environment = ProcessInfo.processInfo.environment
        guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil,
            let program = program(in: environment["PATH"] ?? "")
        else { return }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
        }
        var arguments = [strdup(program), strdup(address), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        _ = posix_spawn(&process, program, &actions, nil, &arguments, environ)
    }

    private static func program(in path: String) -> String? {
        path.split(separator: ":").map { $0 + "/xdg-open" }.first { FileStatus($0)?.kind == .file }
    }
}
