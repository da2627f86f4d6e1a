internal import ArchiveReader

/// Whether a spreadsheet holds all that was written to it.
///
/// The library that writes it keeps rows in temporary files, and says nothing when their disk is full.
enum WorkbookCheck {
    /// What a sheet must hold.
    struct Size: Hashable {
        var rows: Int
        var cells: Int
    }

    /// True where the sheets of the spreadsheet at `path` have these sizes, in their order.
    static func isWhole(_ path: String, sizes: [Size]) throws(ArchiveError) -> Bool {
        let reader = try ArchiveReader(path: path, format: .zip)
        var found: [String: Size] = [:]
        while let entry = try reader.next() {
            let name = String(decoding: entry.name, as: UTF8.self)
            guard name.hasPrefix("xl/worksheets/sheet") else { continue }
            found[name] = try size(of: reader)
        }
        return found.count == sizes.count
            && sizes.enumerated().allSatisfy { found["xl/worksheets/sheet\($0 + 1).xml"] == $1 }
    }

    /// Text in cells has no angle brackets: these are tags.
    private static let row = Array("</row>".utf8)
    private static let cell = Array("<c r=".utf8)

    private static func size(of reader: ArchiveReader) throws(ArchiveError) -> Size {
        var size = Size(rows: 0, cells: 0)
        var rest: ArraySlice<UInt8> = []
        while case let bytes = try reader.bytes(1 << 16), !bytes.isEmpty {
            rest += bytes
            while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
                rest = rest[start...]
                guard rest.count >= row.count else { break }
                if rest.starts(with: row) { size.rows += 1 }
                if rest.starts(with: cell) { size.cells += 1 }
                rest = rest.dropFirst()
            }
            if rest.first != UInt8(ascii: "<") { rest = [] }
            rest = ArraySlice(Array(rest))
        }
        return size
    }
}
