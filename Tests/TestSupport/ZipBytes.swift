/// Zip archives made in memory (APPNOTE.TXT), of files that are not compressed.
public enum ZipBytes {
    /// - Parameter packed: for a file that is compressed its length unpacked and the checksum of that.
    public static func archive(
        _ files: [(name: String, bytes: [UInt8])], packed: [String: (size: Int, checksum: UInt32)] = [:]
    ) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in files {
            let start = archive.count
            let method = packed[name] == nil ? 0 : 8
            let checksum = packed[name]?.checksum ?? crc32(bytes)
            let size = packed[name]?.size ?? bytes.count
            let common =
                number(20, 2) + number(0x800, 2) + number(method, 2) + number(0, 4) + number(Int(checksum), 4)
                + number(bytes.count, 4) + number(size, 4) + number(name.utf8.count, 2) + number(0, 2)
            archive += number(0x0403_4B50, 4) + common + Array(name.utf8) + bytes
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4) + number(start, 4) + Array(name.utf8)
        }
        return archive + directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
            + number(files.count, 2) + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
    }

    /// A deflated stream (RFC 1951) of `count` × 258 + 1 equal bytes, each 258 of them in 13 bits.
    public static func deflated(_ byte: UInt8, times count: Int) -> [UInt8] {
        var bits: [Bool] = [true, true, false]  // the last block, with fixed codes
        bits += highFirst(0x30 + Int(byte), 8)
        for _ in 0..<count { bits += highFirst(0xC5, 8) + highFirst(0, 5) }
        bits += highFirst(0, 7)
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start...].prefix(8).enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
        }
    }

    public static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }

    private static func highFirst(_ value: Int, _ count: Int) -> [Bool] {
        (0..<count).reversed().map { value >> $0 & 1 == 1 }
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
