internal import DocumentModel

/// A line of a page as its markup makes it: the text between two breaks.
struct FlowLine: Hashable {
    /// White space collapsed, invisible characters taken out; not empty.
    var text = ""
    var isHeading = false
    /// A block ends before it, not only a line (`<br>`).
    var startsBlock = false
    /// How many links it holds text of.
    var links = 0
    /// Holds letters or figures outside of links.
    var hasPlainText = false

    /// Puts a line together out of the pieces of text in it.
    struct Builder {
        private(set) var line = FlowLine()
        private var isBlank = false
        private var isBroken = false

        /// - Parameter isLink: the piece is the text of a link, or a part of it.
        mutating func append(_ piece: some StringProtocol, isLink: Bool = false) {
            for scalar in piece.unicodeScalars {
                let scalar = shownScalar(scalar)
                if isInvisible(scalar) { continue }
                if scalar.isBlank {
                    isBlank = true
                    isBroken = isBroken || scalar == "\n" || scalar == "\r"
                    continue
                }
                // A line's end in the source is a blank between words, and nothing between ideographs.
                if isBlank, let last = line.text.unicodeScalars.last,
                    !isBroken || needsBlank(between: last, and: scalar)
                {
                    line.text += " "
                }
                (isBlank, isBroken) = (false, false)
                line.text.unicodeScalars.append(scalar)
                if !isLink && (scalar.isLetter || scalar.properties.numericType != nil) { line.hasPlainText = true }
            }
        }

        mutating func startLink() { line.links += 1 }
        mutating func markHeading() { line.isHeading = true }
        mutating func markBlock() { line.startsBlock = true }
    }
}

/// Character references to U+0080 to U+009F mean the characters of windows-1252 (HTML Standard, section 13.2.5.80).
private func shownScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard 0x80...0x9F ~= scalar.value else { return scalar }
    return windows1252[Int(scalar.value - 0x80)]
}

private let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
