import FileAccess
import Posix

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The user's web browser, for as long as something is shown in it.
///
/// What a program is started with everybody on the machine can read. So the browser is given a file that only the user can read, which
/// leads on to the address.
final class Browser {
    private let path: String

    /// Asks the desktop to open an address. nil where there is none: then the address that was printed has to do.
    init?(_ address: String) {
        let environment = ProcessInfo.processInfo.environment
        guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil,
            let program = Self.program(in: environment["PATH"] ?? "")
        else { return nil }
        let folder = environment["XDG_RUNTIME_DIR"] ?? FileManager.default.temporaryDirectory.path
        path = folder + "/nianbao-review-\(UUID().uuidString).html"
        let number = Posix.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard number >= 0 else { return nil }
        defer { close(number) }
        let page =
            "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">"
            + "<meta http-equiv=\"refresh\" content=\"0;url=\(address)\"><title>nianbao</title>\n"
        guard (try? Descriptor(number).write(Array(page.utf8))) != nil else { return nil }
        Self.start(program, "file://" + path)
    }

    deinit { unlink(path) }

    private static func start(_ program: String, _ argument: String) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
        }
        var arguments = [strdup(program), strdup(argument), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        _ = posix_spawn(&process, program, &actions, nil, &arguments, environ)
    }

    private static func program(in path: String) -> String? {
        path.split(separator: ":").map { $0 + "/xdg-open" }.first { FileStatus($0)?.kind == .file }
    }
}
