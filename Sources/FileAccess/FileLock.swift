internal import Posix

/// Holds a file or folder for one process, as long as the object lives. What a killed process held is free.
public final class FileLock {
    private let descriptor: Int32
    private let lockFile: String?

    /// - Parameter name: a folder that is there, or a file.
    /// - Throws: where another process holds it.
    public init(_ name: String, isFolder: Bool) throws(FileError) {
        let path = isFolder ? name : name + ".lock"
        lockFile = isFolder ? nil : path
        while true {
            let opened = open(path, isFolder ? O_RDONLY | O_CLOEXEC : O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard opened >= 0 else { throw FileError(writing: name) }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                close(opened)
                throw FileError(.unwritable, path: name, cause: "another run is writing it; wait for its end")
            }
            // Who held it before may have removed the file that was just opened.
            if let own = FileStatus(Descriptor(opened)), own.identity == FileStatus(path)?.identity {
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
