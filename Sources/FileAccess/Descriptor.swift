internal import Posix

/// What the system says of a call that failed.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Its `errno`.
    public let code: Int32

    public init(code: Int32) { self.code = code }

    /// In words for who has to do something about it.
    public var description: String { code == ENOSPC ? "the disk is full" : String(cString: strerror(code)) }
}

/// A file descriptor that somebody else opens and closes: a standard stream, the end of a pipe.
public struct Descriptor: Hashable, Sendable {
    public let number: Int32

    public static let standardInput = Descriptor(STDIN_FILENO)
    public static let standardOutput = Descriptor(STDOUT_FILENO)
    public static let standardError = Descriptor(STDERR_FILENO)

    public init(_ number: Int32) { self.number = number }

    /// The next bytes, at most `count` of them; none at the end.
    public func read(_ count: Int) throws(SystemError) -> [UInt8] {
        while true {
            var (received, code) = (0, Int32(0))
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
                received = systemRead(number, buffer.baseAddress, buffer.count)
                code = errno
                used = max(0, received)
            }
            if received >= 0 { return bytes }
            guard code == EINTR else { throw SystemError(code: code) }
        }
    }

    /// Writes all of `bytes`.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { systemWrite(number, $0.baseAddress! + written, $0.count - written) }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw SystemError(code: errno)
            }
        }
    }
}

/// `read(2)`, under a name that the methods above do not shadow.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

/// `write(2)`, likewise.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
