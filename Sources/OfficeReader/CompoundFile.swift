/// The names in a compound file ([MS-CFB]): the container of what office programs wrote before they wrote packages, and of
/// encrypted packages.
public struct CompoundFile: Hashable, Sendable {
    /// Of its streams and storages: `WordDocument`, `Workbook`, `EncryptedPackage`.
    public private(set) var names: Set<String> = []

    /// An encrypted package ([MS-OFFCRYPTO], section 2.3.1).
    public var isEncryptedPackage: Bool { names.contains("EncryptedPackage") }

    /// - Returns: nil where the bytes are no compound file.
    public init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), bytes.count >= 512 else {
            return nil
        }
        let file = Sectors(bytes)
        guard let size = file.size else { return }
        var sector = file.number(at: 48)
        // Each sector is passed once, however the chain runs.
        for _ in 0..<(bytes.count / size + 1) {
            guard let start = file.start(of: sector) else { return }
            names.formUnion(stride(from: start, to: start + size, by: 128).map(file.name).filter { !$0.isEmpty })
            guard let next = file.sector(after: sector) else { return }
            sector = next
        }
    }
}

/// A compound file as sectors of equal size.
private struct Sectors {
    private let bytes: ArraySlice<UInt8>
    /// Of a sector in bytes; nil where it is none that there is.
    let size: Int?

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        let shift = Int(bytes[bytes.startIndex + 30])
        size = shift == 9 || shift == 12 ? 1 << shift : nil
    }

    func number(at place: Int) -> Int {
        let start = bytes.startIndex + place
        guard place >= 0, start + 4 <= bytes.endIndex else { return -1 }
        return (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }

    /// Where a sector starts; nil where it is not all there.
    func start(of sector: Int) -> Int? {
        guard let size, sector >= 0, sector < bytes.count / size else { return nil }
        let start = (sector + 1) * size
        return start + size <= bytes.count ? start : nil
    }

    /// The next sector of a chain, by the allocation table; nil at its end.
    func sector(after sector: Int) -> Int? {
        guard let size else { return nil }
        let (table, entry) = sector.quotientAndRemainder(dividingBy: size / 4)
        // The header names the first 109 sectors of the table: enough for seven megabytes, and for finding a directory.
        guard table < 109, let start = start(of: number(at: 76 + 4 * table)) else { return nil }
        let next = number(at: start + 4 * entry)
        return next < 0xFFFF_FFFA && next >= 0 ? next : nil
    }

    /// The name of a directory entry: up to 31 characters in UTF-16.
    func name(at place: Int) -> String {
        let start = bytes.startIndex + place
        let units = (0..<31).map { UInt16(bytes[start + 2 * $0]) | UInt16(bytes[start + 2 * $0 + 1]) << 8 }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }
}
