internal import Posix

/// Bytes in another encoding as UTF-8, by the C library's `iconv`. A byte that is no part of a character becomes U+FFFD, and
/// what follows is read from the next byte on.
///
/// - Returns: the bytes in UTF-8, and how many bytes made no sense.
func convertedToUTF8(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) throws(TextError) -> (
    utf8: [UInt8], undecodable: Int
) {
    guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
        throw .noConverter(encoding)
    }
    defer { iconv_close(converter) }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var undecodable = 0
    // iconv asks for a pointer to bytes that may change, and changes none.
    var source = bytes.map(CChar.init(bitPattern:))
    source.withUnsafeMutableBufferPointer { source in
        var input = source.baseAddress
        var left = source.count
        while left > 0 {
            var failure: Int32 = 0
            utf8 += [UInt8](unsafeUninitializedCapacity: min(3 * left, 1 << 16) + 16) { room, used in
                room.withMemoryRebound(to: CChar.self) { room in
                    var output = room.baseAddress
                    var free = room.count
                    if iconv(converter, &input, &left, &output, &free) == -1 { failure = errno }
                    used = room.count - free
                }
            }
            // E2BIG asks for more room only; EILSEQ is a byte out of place, EINVAL a character cut short by the end.
            guard failure == EILSEQ || failure == EINVAL, left > 0 else { continue }
            utf8 += "\u{FFFD}".utf8
            undecodable += 1
            input = input?.advanced(by: 1)
            left -= 1
        }
    }
    return (utf8, undecodable)
}
