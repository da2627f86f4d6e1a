extension DecodedText {
    /// No line of a report is as long, in bytes of UTF-8.
    private static let longestLine = 200_000

    /// The text with every line cut that is longer than any line of a report: what goes on without end is no text, and must not
    /// cost as if it were.
    ///
    /// - Returns: the text, and how many bytes were left out.
    public func withoutEndlessLines() -> (text: String, left: Int) {
        let lines = text.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
        guard lines.contains(where: { $0.count > Self.longestLine }) else { return (text, 0) }
        var bytes: [UInt8] = []
        for line in lines {
            var part = line.prefix(Self.longestLine)
            // Not within a character.
            while let next = line[part.endIndex...].first, next & 0xC0 == 0x80 { part = part.dropLast() }
            bytes += part
            bytes.append(UInt8(ascii: "\n"))
        }
        return (String(decoding: bytes, as: UTF8.self), text.utf8.count + 1 - bytes.count)
    }
}
