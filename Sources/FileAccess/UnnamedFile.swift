internal import Posix

/// A file without a name, for as long as the object lives: nothing is left of it, whatever ends the process.
public final class UnnamedFile: Sendable {
    private let file: OpenFile
    private let folder: String

    /// - Parameter folder: on whose disk it lies.
    public init(in folder: String) throws(FileError) {
        self.folder = folder
        let name = folder + "/.nianbao-\(UInt64.random(in: .min ... .max))"
        do { file = try OpenFile(writing: name, flags: O_RDWR | O_CREAT | O_EXCL, mode: 0o600) } catch {
            throw FileError(error.kind, path: folder, cause: error.cause)
        }
        guard unlink(name) == 0 else { throw FileError(writing: folder) }
    }

    /// Where other processes of the same user open it.
    public var path: String { "/proc/\(getpid())/fd/\(file.descriptor.number)" }

    /// As it is now.
    public var status: FileStatus? { file.status }

    public func write(_ bytes: [UInt8]) throws(FileError) {
        do { try file.write(bytes) } catch { throw FileError(error.kind, path: folder, cause: error.cause) }
    }
}
