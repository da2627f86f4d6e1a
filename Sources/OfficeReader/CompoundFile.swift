/// A compound file ([MS-CFB]): the container of what office programs wrote before they wrote packages, and of encrypted packages.
public struct CompoundFile: Hashable, Sendable {
    /// Of its streams and storages: `WordDocument`, `Workbook`, `EncryptedPackage`.
    public var names: Set<String> { Set(entries.map(\.name)) }

    /// An encrypted package ([MS-OFFCRYPTO], section 2.3.1).
    public var isEncryptedPackage: Bool { names.contains("EncryptedPackage") }

    private let sectors: Sectors
    private let entries: [Entry]

    /// A line of the directory.
    fileprivate struct Entry: Hashable {
        var name: String
        var start: Int
        var size: Int
    }

    /// True where a file begins as compound files do.
    public static func isStart(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// - Returns: nil where the bytes are no compound file.
    public init?(_ bytes: ArraySlice<UInt8>) {
        guard Self.isStart(bytes), bytes.count >= 512 else { return nil }
        sectors = Sectors(bytes)
        let sectors = sectors
        entries = sectors.chain(from: sectors.number(at: 48)).flatMap { sectors.entries(in: $0) }
    }

    /// The first bytes of a stream, at most `count`; nil for one that is not there, or not whole.
    public func stream(_ name: String, count: Int = .max) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name == name }) else { return nil }
        let wanted = min(count, entry.size)
        // What is short lies in a stream of its own, which the directory's root names.
        guard entry.size < sectors.number(at: 56), let root = entries.first else {
            return sectors.bytes(from: entry.start, count: wanted)
        }
        guard let short = sectors.bytes(from: root.start, count: root.size) else { return nil }
        return sectors.short(short, from: entry.start, count: wanted)
    }
}

/// A compound file as sectors of equal size.
private struct Sectors: Hashable {
    private let bytes: ArraySlice<UInt8>
    /// Of a sector in bytes; 0 where it is none that there is.
    private let size: Int
    /// The sectors of the allocation table, in order.
    private let table: [Int]

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        let shift = Int(bytes[bytes.startIndex + 30])
        size = shift == 9 || shift == 12 ? 1 << shift : 0
        table = Self.table(bytes, size: size)
    }

    /// The header names the first 109 sectors of the table; sectors of their own name the others, each the next one at its end.
    private static func table(_ bytes: ArraySlice<UInt8>, size: Int) -> [Int] {
        guard size > 0 else { return [] }
        var table = (0..<109).map { number(bytes, at: 76 + 4 * $0) }
        var sector = number(bytes, at: 68)
        for _ in 0..<(bytes.count / size) {
            let start = (sector + 1) * size
            guard sector >= 0, sector < bytes.count / size, start + size <= bytes.count else { break }
            table += stride(from: start, to: start + size - 4, by: 4).map { number(bytes, at: $0) }
            sector = number(bytes, at: start + size - 4)
        }
        return table
    }

    func number(at place: Int) -> Int { Self.number(bytes, at: place) }

    private static func number(_ bytes: ArraySlice<UInt8>, at place: Int) -> Int {
        let start = bytes.startIndex + place
        guard place >= 0, start + 4 <= bytes.endIndex else { return -1 }
        return (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }

    /// Where a sector starts; nil where it is not there. The last one may be cut.
    private func start(of sector: Int) -> Int? {
        guard size > 0, sector >= 0, sector < bytes.count / size else { return nil }
        let start = (sector + 1) * size
        return start < bytes.count ? start : nil
    }

    /// The next sector of a chain, by the allocation table; nil at its end.
    private func sector(after sector: Int) -> Int? {
        let (index, entry) = sector.quotientAndRemainder(dividingBy: size / 4)
        guard index < table.count, let start = start(of: table[index]) else { return nil }
        let next = number(at: start + 4 * entry)
        return next >= 0 && next < 0xFFFF_FFFA ? next : nil
    }

    /// The sectors of a chain, each once, however it runs.
    func chain(from first: Int) -> [Int] {
        guard size > 0 else { return [] }
        var chain: [Int] = []
        var sector: Int? = first
        while let current = sector, start(of: current) != nil, chain.count <= bytes.count / size {
            chain.append(current)
            sector = self.sector(after: current)
        }
        return chain
    }

    func bytes(from first: Int, count: Int) -> [UInt8]? {
        guard count > 0 else { return [] }
        guard size > 0 else { return nil }
        var result: [UInt8] = []
        for sector in chain(from: first) where result.count < count {
            guard let start = start(of: sector) else { break }
            let from = bytes.startIndex + start
            result += bytes[from..<min(from + min(size, count - result.count), bytes.endIndex)]
        }
        return result.count == count ? result : nil
    }

    /// Of a short stream, whose sectors have 64 bytes and a table of their own.
    func short(_ stream: [UInt8], from first: Int, count: Int) -> [UInt8]? {
        let chains = chain(from: number(at: 60)).compactMap(start)
        var result: [UInt8] = []
        var sector = first
        for _ in 0...(stream.count / 64) where result.count < count {
            guard sector >= 0, sector * 64 < stream.count else { return nil }
            result += stream[(sector * 64)..<min(sector * 64 + min(64, count - result.count), stream.count)]
            let (index, entry) = sector.quotientAndRemainder(dividingBy: size / 4)
            guard index < chains.count else { break }
            sector = number(at: chains[index] + 4 * entry)
        }
        return result.count == count ? result : nil
    }

    /// The lines of a directory's sector: names of up to 31 characters in UTF-16, where their streams start, and their sizes.
    func entries(in sector: Int) -> [CompoundFile.Entry] {
        guard let start = start(of: sector), start + size <= bytes.count else { return [] }
        return stride(from: start, to: start + size, by: 128).compactMap { place in
            let from = bytes.startIndex + place
            let units = (0..<31).map { UInt16(bytes[from + 2 * $0]) | UInt16(bytes[from + 2 * $0 + 1]) << 8 }
            let name = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
            guard !name.isEmpty else { return nil }
            return CompoundFile.Entry(name: name, start: number(at: place + 116), size: number(at: place + 120))
        }
    }
}
