#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The bytes of a file in memory, at one address for as long as the object lives.
///
/// Read, not mapped: a mapped file that another process cuts short would end this one.
public final class FileBytes: Sendable {
    /// The path as given, `-` for standard input; used in messages.
    public let name: String
    public let count: Int
    private let storage: [UInt8]

    /// Reads the file at `path`; `-` reads standard input to its end.
    ///
    /// - Parameter name: what it is called in messages and outputs; nil for its path.
    public convenience init(path: String, name: String? = nil) throws(PDFError) {
        self.init(name: name ?? path, try path == "-" ? Self.read(descriptor: 0, name: path) : Self.read(path: path))
    }

    /// Takes bytes that are in memory already.
    public init(name: String, _ bytes: [UInt8]) {
        self.name = name
        count = bytes.count
        storage = bytes
    }

    public func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        try storage.withUnsafeBytes(body)
    }

    /// The first `length` bytes.
    public func prefix(_ length: Int) -> ArraySlice<UInt8> { storage.prefix(length) }

    /// The SHA-256 of the content in lower-case hexadecimal.
    public var sha256: String { Checksum.hexadecimal(of: storage) }

    private static func read(path: String) throws(PDFError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT { throw PDFError(.notFound, file: path, cause: "no such file") }
            throw PDFError(.unreadable, file: path, cause: String(cString: strerror(code)))
        }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, name: path)
    }

    private static func read(descriptor: Int32, name: String) throws(PDFError) -> [UInt8] {
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw PDFError(.unreadable, file: name, cause: "is a directory; name the files in it")
        }
        var bytes: [UInt8] = []
        let expected = max(0, Int(status.st_size))
        var room = expected > 0 ? expected + 1 : 1 << 16
        var failure: Int32 = 0
        while failure == 0 {
            var received = 0
            let start = bytes.count
            // One allocation for a plain file: the first read asks for all of it and one byte more, to see its end.
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, used in
                received = systemRead(descriptor, buffer.baseAddress, buffer.count)
                if received < 0 { failure = errno }
                used = max(0, received)
            }
            if received < 0 && failure == EINTR {
                failure = 0
                continue
            }
            if received <= 0 { break }
            if start == 0 { bytes = chunk } else { bytes += chunk }
            room = 1 << 16
        }
        guard failure == 0 else {
            throw PDFError(.unreadable, file: name, cause: String(cString: strerror(failure)))
        }
        return bytes
    }
}

/// `read(2)`, under a name that the methods above do not shadow.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
