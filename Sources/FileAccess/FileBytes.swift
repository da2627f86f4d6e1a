internal import Synchronization

/// The bytes of a file in memory, at one address for as long as the object lives.
///
/// Read, not mapped: a mapped file that another process cuts short would end this one.
public final class FileBytes: Sendable {
    /// The path as given, `-` for standard input; used in messages.
    public let name: String
    public let count: Int
    private let storage: [UInt8]
    /// Kept from the first time that somebody asks.
    private let digest: Mutex<String?>

    /// Reads the file at `path`; `-` reads standard input to its end.
    ///
    /// - Parameters:
    ///   - name: what it is called in messages and outputs; nil for its path.
    ///   - known: what is known of its content; where the file has changed since, it counts for nothing.
    public convenience init(path: String, name: String? = nil, known: KnownContent? = nil) throws(FileError) {
        if path == "-" {
            self.init(name: name ?? path, try Self.readStandardInput())
        } else {
            let (bytes, status) = try Self.read(path)
            let isStill =
                known.map { known in bytes.count == known.size && status.map(known.isStill) ?? false } ?? false
            self.init(name: name ?? path, bytes, sha256: isStill ? known?.sha256 : nil)
        }
    }

    /// Takes bytes that are in memory already.
    public convenience init(name: String, _ bytes: [UInt8]) { self.init(name: name, bytes, sha256: nil) }

    private init(name: String, _ bytes: [UInt8], sha256: String?) {
        self.name = name
        count = bytes.count
        storage = bytes
        digest = Mutex(sha256)
    }

    public func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        try storage.withUnsafeBytes(body)
    }

    /// The first `length` bytes.
    public func prefix(_ length: Int) -> ArraySlice<UInt8> { storage.prefix(length) }

    /// The SHA-256 of the content in lower-case hexadecimal, computed once.
    public var sha256: String {
        digest.withLock { digest in
            let known = digest ?? Checksum.hexadecimal(of: storage)
            digest = known
            return known
        }
    }

    /// The bytes of a file, and what the system says of it afterwards.
    private static func read(_ path: String) throws(FileError) -> ([UInt8], FileStatus?) {
        let file = try OpenFile(reading: path)
        // One allocation for a plain file: the first read asks for all of it and one byte more, to see its end.
        var bytes = try file.read(file.size > 0 ? file.size + 1 : 1 << 16)
        while !bytes.isEmpty, case let more = try file.read(), !more.isEmpty { bytes += more }
        return (bytes, file.status)
    }

    private static func readStandardInput() throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while case let more = try Descriptor.standardInput.read(1 << 16), !more.isEmpty { bytes += more }
            return bytes
        } catch {
            throw FileError(reading: "-", error)
        }
    }
}
