/// A text out of bytes whose encoding nobody vouches for.
public struct DecodedText: Hashable, Sendable {
    /// Without a byte order mark; a byte that is no part of a character is U+FFFD.
    public let text: String
    public let encoding: TextEncoding
    /// How many bytes were no part of a character.
    public let undecodable: Int

    /// Reads bytes in the encoding that they are in: that of their byte order mark; UTF-16 where zero bytes show it; UTF-8
    /// where they are valid in it, whatever they declare, since text in another encoding never is by chance. Otherwise the one
    /// in which fewest bytes make no sense, of the declared one, UTF-8 and GB18030; of equals the first.
    ///
    /// - Parameter declared: what is said about the bytes outside of them; nil to look for a declaration in them.
    /// - Throws: ``TextError`` where the system cannot convert an encoding, or the bytes are no text.
    public init(_ bytes: ArraySlice<UInt8>, declared: TextEncoding? = nil) throws(TextError) {
        if let mark = TextEncoding.byteOrderMark(of: bytes) {
            try self.init(bytes.dropFirst(mark.length), in: mark.encoding)
        } else if let encoding = TextEncoding.evidentUTF16(bytes) {
            try self.init(bytes, in: encoding)
        } else if bytes.prefix(4096).contains(0) {
            throw TextError.noText
        } else if let text = String(validating: bytes, as: UTF8.self) {
            self.init(text: text, encoding: .utf8, undecodable: 0)
        } else {
            let declared = declared ?? TextEncoding.declaration(in: bytes)
            var best: DecodedText?
            for encoding in [declared, .utf8, .gb18030].compactMap(\.self) where encoding != best?.encoding {
                let text = try DecodedText(bytes, in: encoding)
                if text.undecodable < best?.undecodable ?? .max { best = text }
            }
            guard let best else { throw TextError.noText }
            self = best
        }
        // Of bytes that are no text at all about a quarter makes no sense in any encoding.
        guard undecodable <= max(4, bytes.count / 20) else { throw TextError.noText }
    }

    init(_ bytes: ArraySlice<UInt8>, in encoding: TextEncoding) throws(TextError) {
        let (utf8, undecodable) = try convertedToUTF8(bytes, from: encoding)
        self.init(text: String(decoding: utf8, as: UTF8.self), encoding: encoding, undecodable: undecodable)
    }

    private init(text: String, encoding: TextEncoding, undecodable: Int) {
        self.text = text
        self.encoding = encoding
        self.undecodable = undecodable
    }
}

/// Why bytes give no text.
public enum TextError: Error, Hashable, Sendable {
    /// They are no text in any encoding that reports are written in.
    case noText
    /// The system has no converter for their encoding.
    case noConverter(TextEncoding)
}
