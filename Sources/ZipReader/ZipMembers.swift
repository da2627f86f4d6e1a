/// The files of a zip archive in memory, each unpacked when it is asked for.
public struct ZipMembers: Sendable {
    /// In the order of the archive.
    public private(set) var names: [[UInt8]] = []
    /// Why there are no more where the archive is damaged.
    public private(set) var damage: String?
    private let bytes: ArraySlice<UInt8>
    private let limits: Limits

    /// What the files may be, however small the archive.
    public struct Limits: Hashable, Sendable {
        /// Files and folders.
        public var entries = 10_000
        /// How many bytes a file may have: of a larger one nobody could read what is in it.
        public var mostOfFile = 1 << 27
        /// How many times the archive's size a file may have.
        public var mostGrowth = 100
        /// What a file may have, whatever the archive's size.
        public var leastOfFile = 1 << 24

        public init() {}
    }

    /// - Throws: where there is no first entry.
    public init(_ bytes: ArraySlice<UInt8>, limits: Limits = Limits()) throws(ZipError) {
        (self.bytes, self.limits) = (bytes, limits)
        var names: [[UInt8]] = []
        var failure: ZipError?
        try Self.reading(bytes) { reader throws(ZipError) in
            do throws(ZipError) {
                while let entry = try reader.next() {
                    guard names.count < limits.entries else {
                        throw ZipError(cause: "more than \(limits.entries) entries", isFatal: true)
                    }
                    names.append(entry.name)
                }
            } catch {
                failure = error
            }
        }
        if let failure, names.isEmpty { throw failure }
        (self.names, damage) = (names, failure?.cause)
    }

    /// The bytes of a file, and why there are no more where it is damaged.
    ///
    /// - Parameter number: its place among ``names``.
    /// - Throws: where nothing of it can be read, or it unpacks to more than is likely.
    public func content(_ number: Int) throws(ZipError) -> (bytes: [UInt8], damage: String?) {
        var content: [UInt8] = []
        var damage: String?
        try Self.reading(bytes) { reader throws(ZipError) in
            var entry: ZipEntry?
            for _ in 0...number { entry = try reader.next() }
            guard let entry else { throw ZipError(cause: "no such entry", isFatal: true) }
            if entry.isEncrypted { throw ZipError(cause: "it is encrypted", isFatal: false) }
            do throws(ZipError) {
                while case let piece = try reader.bytes(1 << 16), !piece.isEmpty {
                    content += piece
                    let likely = max(limits.leastOfFile, limits.mostGrowth * bytes.count)
                    guard content.count <= min(likely, limits.mostOfFile) else {
                        content = []
                        throw ZipError(cause: "it unpacks to more than is likely", isFatal: false)
                    }
                }
            } catch {
                if content.isEmpty { throw error }
                damage = error.cause
            }
        }
        return (content, damage)
    }

    private static func reading(
        _ bytes: ArraySlice<UInt8>, _ body: (ZipReader) throws(ZipError) -> Void
    ) throws(ZipError) {
        let failure: ZipError? = bytes.withUnsafeBytes { buffer in
            do throws(ZipError) {
                try body(ZipReader(buffer))
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}
