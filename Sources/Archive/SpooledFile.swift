internal import Foundation
internal import Glibc

/// A file without a name, for as long as the object lives: nothing is left of it, whatever ends the process.
final class SpooledFile: Sendable {
    private let descriptor: Int32

    init() throws(OutputError) {
        let folder = FileManager.default.temporaryDirectory.path
        let name = folder + "/.nianbao-\(UInt64.random(in: .min ... .max))"
        descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, unlink(name) == 0 else { throw OutputError(path: folder, code: errno) }
    }

    deinit { close(descriptor) }

    /// Where other processes of the same user open it.
    var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

    func write(_ bytes: [UInt8]) throws(OutputError) {
        let code = writeAll(bytes[...], to: descriptor)
        guard code == 0 else { throw OutputError(path: FileManager.default.temporaryDirectory.path, code: code) }
    }
}
