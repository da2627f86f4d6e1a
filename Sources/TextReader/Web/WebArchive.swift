internal import DocumentModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The web pages of an MHTML file (RFC 2557): a page that a browser or an office program saved with all that belongs to it.
public struct WebArchive: Hashable, Sendable {
    /// The page, then those of its frames or sheets, in the order of the file.
    public private(set) var pages: [Page] = []

    public struct Page: Hashable, Sendable {
        public var bytes: [UInt8]
        /// What the part's header says of its encoding; nil for nothing, or one that is not known.
        public var encoding: TextEncoding?
    }

    /// Parts in parts deeper than this are no archive of a page.
    private static let deepest = 4

    /// - Returns: nil where the bytes are no MHTML file.
    public init?(_ bytes: ArraySlice<UInt8>) {
        guard Self.isArchive(bytes) else { return nil }
        read(bytes, depth: 0)
    }

    /// Starts with the header of a message that is a page or holds one.
    public static func isArchive(_ bytes: ArraySlice<UInt8>) -> Bool {
        let header = MIMEHeader(bytes.prefix(8192))
        return header["mime-version"] != nil
            && ["multipart/related", "multipart/mixed", "multipart/alternative", "text/html"].contains(header.type)
    }

    private mutating func read(_ part: ArraySlice<UInt8>, depth: Int) {
        let header = MIMEHeader(part)
        let body = part[header.end...]
        if header.type.hasPrefix("multipart/"), let boundary = header.parameter("boundary"), depth < Self.deepest {
            for part in parts(of: body, boundary: boundary) { read(part, depth: depth + 1) }
        } else if header.type == "text/html" || header.type == "application/xhtml+xml" {
            pages.append(
                Page(
                    bytes: decoded(body, transfer: header["content-transfer-encoding"]?.trimmed.lowercased()),
                    encoding: header.parameter("charset").flatMap { TextEncoding(label: $0) }))
        }
    }
}

/// What stands between the lines `--boundary`, up to `--boundary--`.
private func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    for line in lines(of: body) where body[line].starts(with: mark) {
        let rest = body[(line.lowerBound + mark.count)..<line.upperBound]
        let isLast = rest.starts(with: "--".utf8)
        guard isLast || rest.allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) else { continue }
        if let start { parts.append(body[start..<line.lowerBound]) }
        start = isLast ? nil : line.upperBound
        if isLast { break }
    }
    // A file cut short ends without the last mark.
    if let start { parts.append(body[start...]) }
    return parts
}

/// The ranges of lines, their ends included.
private func lines(of bytes: ArraySlice<UInt8>) -> some Sequence<Range<Int>> {
    sequence(state: bytes.startIndex) { start -> Range<Int>? in
        guard start < bytes.endIndex else { return nil }
        let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
        defer { start = end }
        return start..<end
    }
}

private func decoded(_ body: ArraySlice<UInt8>, transfer: String?) -> [UInt8] {
    switch transfer {
    case "base64": Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init) ?? []
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
}

/// RFC 2045, section 6.7: `=E5` is a byte, `=` at the end of a line joins it with the next; what is neither stays as it is.
private func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var rest = body
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "=") else {
            bytes.append(byte)
            continue
        }
        let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.count
        if rest.dropFirst(blanks).first == 0x0A {
            rest = rest.dropFirst(blanks + 1)
        } else if let high = rest.first.flatMap(digit), let low = rest.dropFirst().first.flatMap(digit) {
            bytes.append(high << 4 | low)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return bytes
}
