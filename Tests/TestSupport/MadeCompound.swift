/// Compound files of a header, one sector of the allocation table, and a directory.
public enum MadeCompound {
    public static func file(streams: [String], isCircle: Bool = false) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        (header[30], header[44], header[48]) = (9, 1, 1)
        let sectors = (streams.count + 3) / 4
        var table = [UInt8](repeating: 0xFF, count: 512)
        for sector in 1...sectors {
            let next: [UInt8] =
                sector < sectors ? [UInt8(sector + 1), 0, 0, 0] : isCircle ? [1, 0, 0, 0] : [0xFE, 0xFF, 0xFF, 0xFF]
            table.replaceSubrange((4 * sector)..<(4 * sector + 4), with: next)
        }
        var directory: [UInt8] = []
        for name in streams {
            let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            directory += units + [UInt8](repeating: 0, count: 128 - units.count)
        }
        return header + table + directory + [UInt8](repeating: 0, count: 512 * sectors - directory.count)
    }
}
