/// The kinds of archives that are opened. A file that is compressed by itself is an archive of one file.
public enum ArchiveFormat: String, Hashable, Sendable, CaseIterable {
    case zip
    /// Of version 4 or 5.
    case rar
    case sevenZip = "7z"
    case tar, cab, lha
    case gzip, bzip2, xz, zstd, compress

    /// What a file is by its content; nil for no archive. Packages of other kinds are zip archives too.
    ///
    /// - Parameter start: the file's first 512 bytes, or all of it.
    public init?(_ start: ArraySlice<UInt8>) {
        if let format = Self.marks.first(where: { start.starts(with: $0.mark) })?.format {
            self = format
        } else if Self.isBzip2(start) {
            self = .bzip2
        } else if Self.isCompressedByLHA(start) {
            self = .lha
        } else if Self.isTar(start) {
            self = .tar
        } else {
            return nil
        }
    }

    /// The first bytes of archives.
    private static let marks: [(mark: [UInt8], format: ArchiveFormat)] = [
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        // Without an entry, and as the first of several parts.
        ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x50, 0x4B, 0x07, 0x08], .zip),
        (Array("Rar!\u{1A}\u{07}".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        (Array("MSCF\0\0\0\0".utf8), .cab), ([0x1F, 0x8B, 0x08], .gzip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
        ([0x28, 0xB5, 0x2F, 0xFD], .zstd), ([0x1F, 0x9D], .compress),
    ]

    /// Behind the mark stands the size of the blocks, from 1 to 9, and then the first block.
    private static func isBzip2(_ start: ArraySlice<UInt8>) -> Bool {
        start.starts(with: Array("BZh".utf8)) && start.dropFirst(4).starts(with: Array("1AY&SY".utf8))
    }

    /// Behind two bytes of the header's length and sum stands the name of the method: `-lh5-`, `-lz4-`.
    private static func isCompressedByLHA(_ start: ArraySlice<UInt8>) -> Bool {
        let method = start.dropFirst(2).prefix(5)
        return method.count == 5 && (method.starts(with: Array("-lh".utf8)) || method.starts(with: Array("-lz".utf8)))
            && method.last == UInt8(ascii: "-")
    }

    /// The header's sum, over its 512 bytes with blanks in the place of the sum (POSIX.1-1988, `ustar`, and those before it).
    private static func isTar(_ start: ArraySlice<UInt8>) -> Bool {
        let header = Array(start.prefix(512))
        guard header.count == 512, header[0] != 0 else { return false }
        let digits = header[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty, let told = Int(String(decoding: digits, as: UTF8.self), radix: 8) else { return false }
        let sum = header.reduce(0) { $0 + Int($1) } - header[148..<156].reduce(0) { $0 + Int($1) } + 8 * 0x20
        return sum == told
    }

    /// True for one file that was compressed by itself, or a tar archive that was.
    public var isCompression: Bool { [.gzip, .bzip2, .xz, .zstd, .compress].contains(self) }

    /// Endings of the names that such files have, in lower case.
    public var endings: [String] {
        switch self {
        case .zip, .rar, .sevenZip, .tar, .cab: [rawValue]
        case .lha: ["lzh", "lha"]
        case .gzip: ["gz", "tgz"]
        case .bzip2: ["bz2", "tbz", "tbz2"]
        case .xz: ["xz", "txz"]
        case .zstd: ["zst", "tzst"]
        case .compress: ["z"]
        }
    }

    /// False for what is no archive, whatever more of it says.
    ///
    /// - Parameters:
    ///   - start: the file's first 512 bytes, or all of it.
    ///   - ending: of its name, in lower case.
    public static func isPossible(_ start: ArraySlice<UInt8>, ending: String) -> Bool {
        ArchiveFormat(start) != nil || ArchiveFormat(ending: ending) != nil
    }

    /// The format that a name's ending says; for a file whose content does not tell.
    public init?(ending: String) {
        guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
        self = format
    }
}
