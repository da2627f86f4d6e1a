internal import Glibc

/// Holds an output for one process, as long as the object lives. What a killed process held is free.
final class OutputLock {
    private let descriptor: Int32
    private let lockFile: String?

    /// - Throws: ``OutputError`` where another process holds it.
    convenience init(_ target: OutputTarget) throws(OutputError) {
        try self.init(target.path, isFolder: target.isFolder)
    }

    /// - Parameter name: a folder that is there, or a file.
    init(_ name: String, isFolder: Bool) throws(OutputError) {
        let path = isFolder ? name : name + ".lock"
        lockFile = isFolder ? nil : path
        while true {
            let opened = open(path, isFolder ? O_RDONLY | O_CLOEXEC : O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard opened >= 0 else { throw OutputError(path: name, code: errno) }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                close(opened)
                throw OutputError(path: name, cause: "another run is writing it; wait for its end")
            }
            // Who held it before may have removed the file that was just opened.
            var own = stat()
            var named = stat()
            if fstat(opened, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino {
                descriptor = opened
                return
            }
            close(opened)
        }
    }

    deinit {
        if let lockFile { unlink(lockFile) }
        close(descriptor)
    }
}
