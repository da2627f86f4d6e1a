public import ArchiveReader

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
    public init(_ bytes: ArraySlice<UInt8>, limits: Limits = Limits()) throws(ArchiveError) {
        (self.bytes, self.limits) = (bytes, limits)
        var names: [[UInt8]] = []
        var failure: ArchiveError?
        try Self.reading(bytes) { reader throws(ArchiveError) in
            do throws(ArchiveError) {
                while let entry = try reader.next() {
                    guard names.count < limits.entries else {
                        throw ArchiveError(cause: "more than \(limits.entries) entries", isFatal: true)
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
    public func content(_ number: Int) throws(ArchiveError) -> (bytes: [UInt8], damage: String?) {
        var content: [UInt8] = []
        var damage: String?
        try Self.reading(bytes) { reader throws(ArchiveError) in
            var entry: ArchiveEntry?
            for _ in 0...number { entry = try reader.next() }
            guard let entry else { throw ArchiveError(cause: "no such entry", isFatal: true) }
            if entry.isEncrypted { throw ArchiveError(cause: "it is encrypted", isFatal: false) }
            do throws(ArchiveError) {
                while case let piece = try reader.bytes(1 << 16), !piece.isEmpty {
                    content += piece
                    let likely = max(limits.leastOfFile, limits.mostGrowth * bytes.count)
                    guard content.count <= min(likely, limits.mostOfFile) else {
                        content = []
                        throw ArchiveError(cause: "it unpacks to more than is likely", isFatal: false)
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
        _ bytes: ArraySlice<UInt8>, _ body: (ArchiveReader) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let failure: ArchiveError? = bytes.withUnsafeBytes { buffer in
            do throws(ArchiveError) {
                try body(ArchiveReader(buffer, format: .zip))
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}

/// Why a zip archive or one of its files cannot be read.
public typealias ZipError = ArchiveError
