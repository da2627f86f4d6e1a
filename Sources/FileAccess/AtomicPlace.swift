internal import Posix

/// Where a file is to stand that is there whole or not at all: until it is whole it has another name.
public struct AtomicPlace: Sendable {
    /// As it was given.
    public let name: String
    /// Where links lead to.
    let path: String
    /// Beside `path`, and always the same, so that the next run takes away what a killed one has left.
    public let unfinished: String

    /// - Throws: where something else stands there that would be lost, such as a device.
    public init(_ name: String) throws(FileError) {
        self.name = name
        if let status = FileStatus(name) {
            guard status.kind == .file else {
                let cause = status.kind == .folder ? "a folder is in the way" : "it is no plain file"
                throw FileError(.unwritable, path: name, cause: cause)
            }
            path = FileStatus.resolvingLinks(name)
        } else {
            path = name
        }
        let folder = FileName(path).folder
        unfinished =
            folder.isEmpty && !path.hasPrefix("/")
            ? ".\(path).part" : folder + "/." + path.dropFirst(folder.count + 1) + ".part"
    }

    /// Gives the file its name, once all of it is on the disk.
    ///
    /// - Parameter isDurable: false to leave it to the system when the bytes are on the disk; for files that are made again where
    ///   they are not right.
    public func publish(isDurable: Bool = true) throws(FileError) {
        if isDurable {
            let descriptor = open(unfinished, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileError(writing: name) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw FileError(writing: name) }
        }
        guard rename(unfinished, path) == 0 else { throw FileError(writing: name) }
    }

    /// Takes away what is not whole.
    public func clear() { unlink(unfinished) }
}
