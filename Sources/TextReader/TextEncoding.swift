/// The encodings in which reports are handed down.
public enum TextEncoding: String, Hashable, Sendable, Codable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// GB2312 and GBK are parts of it.
    case gb18030 = "GB18030"
    /// With the characters of Hong Kong.
    case big5 = "BIG5-HKSCS"

    /// The encoding that a declaration's label means, by the WHATWG Encoding Standard, section 4.2: whoever declares GB2312
    /// or GBK means GB18030. nil for one in which no report is written, and for UTF-16: a declaration that can be read byte
    /// by byte is none of it.
    public init?(label: some StringProtocol) {
        switch label.trimmed.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8": self = .utf8
        case "gb18030", "gbk", "x-gbk", "gb2312", "gb_2312", "gb_2312-80", "csgb2312", "iso-ir-58", "csiso58gb231280",
            "chinese", "cp936", "ms936", "windows-936", "euc-cn", "x-euc-cn":
            self = .gb18030
        case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950": self = .big5
        default: return nil
        }
    }

    /// The encoding whose byte order mark starts a text, and the mark's length in bytes.
    static func byteOrderMark(of bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        let marks: [(encoding: TextEncoding, bytes: [UInt8])] = [
            (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
            (.gb18030, [0x84, 0x31, 0x95, 0x33]),
        ]
        return marks.first { bytes.starts(with: $0.bytes) }.map { ($0.encoding, $0.bytes.count) }
    }

    /// UTF-16 without a mark shows by its zero bytes: every character of ASCII has one, always on the same side.
    static func evidentUTF16(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
        guard bytes.count % 2 == 0 else { return nil }
        let head = bytes.prefix(4096)
        var zeros = [0, 0]
        for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
        // A line of Chinese text has an ASCII character at least at its end.
        guard zeros.max() ?? 0 > head.count / 200 else { return nil }
        return zeros[0] == 0 ? .utf16LittleEndian : zeros[1] == 0 ? .utf16BigEndian : nil
    }

    /// The encoding that a page or an XML file names in its first lines: `<meta charset="gbk">`,
    /// `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`, `<?xml version="1.0" encoding="GBK"?>`.
    static func declaration(in bytes: ArraySlice<UInt8>) -> TextEncoding? {
        // The standard looks at 1024 bytes; saved pages have comments and styles before it.
        let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
        let pattern =
            #/<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*(?<label>[A-Za-z0-9_:.\-]+)/#
            .ignoresCase()
        return head.firstMatch(of: pattern).flatMap { TextEncoding(label: $0.output.label) }
    }
}
