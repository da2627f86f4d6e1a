internal import Glibc

/// Where a file is to stand that is there whole or not at all: until it is whole it has another name.
struct FilePlace {
    /// As it was given.
    let name: String
    /// Where links lead to.
    let path: String
    /// Beside `path`, and always the same, so that the next run takes away what a killed one has left.
    let unfinished: String

    /// - Throws: where something else stands there that would be lost, such as a device.
    init(_ name: String) throws(OutputError) {
        self.name = name
        var status = stat()
        if stat(name, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                let isFolder = status.st_mode & S_IFMT == S_IFDIR
                throw OutputError(path: name, cause: isFolder ? "a folder is in the way" : "it is no plain file")
            }
            guard let resolved = realpath(name, nil) else { throw OutputError(path: name, code: errno) }
            defer { free(resolved) }
            path = String(cString: resolved)
        } else {
            path = name
        }
        let folder = path.folder
        unfinished =
            folder.isEmpty && !path.hasPrefix("/")
            ? ".\(path).part" : folder + "/." + path.dropFirst(folder.count + 1) + ".part"
    }

    /// Gives the file its name, once all of it is on the disk.
    ///
    /// - Parameter isDurable: false to leave it to the system when the bytes are on the disk; for files that are made again where
    ///   they are not right.
    func publish(isDurable: Bool = true) throws(OutputError) {
        if isDurable {
            let descriptor = open(unfinished, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw OutputError(path: name, code: errno) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw OutputError(path: name, code: errno) }
        }
        guard rename(unfinished, path) == 0 else { throw OutputError(path: name, code: errno) }
    }

    /// Takes away what is not whole.
    func clear() { unlink(unfinished) }
}
