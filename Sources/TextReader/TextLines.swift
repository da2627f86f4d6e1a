internal import DocumentModel

/// The lines of a text as they were before somebody quoted it or ran it together.
public struct TextLines: Sendable {
    /// Without line ends; empty ones among them.
    public let lines: [Substring]

    /// - Parameter text: line feeds, carriage returns and form feeds end its lines.
    public init(_ text: String) {
        let whole = text.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\u{0C}" }
        lines = Self.unquoted(whole).flatMap(Self.parted)
    }

    /// Without the marks in front of a letter that is answered or sent on (RFC 3676, section 4.5).
    private static func unquoted(_ lines: [Substring]) -> [Substring] {
        guard lines.count(where: { $0.first == ">" }) >= leastQuoted else { return lines }
        return lines.map { line in line.first == ">" ? line.drop { $0 == ">" || $0 == " " } : line }
    }

    /// Fewer lines may be a text's own.
    private static let leastQuoted = 3

    // MARK: Lines run together

    /// What a line of nothing but prose has no need of: so many words that are figures.
    private static let mostFigures = 20
    /// No line of a table that was kept as lines is as long, in characters.
    private static let longest = 400

    /// The cells and sentences of a line that holds a whole table or report: where bars part them, or else blanks.
    private static func parted(_ line: Substring) -> [Substring] {
        guard line.utf8.count > longest else { return [line] }
        for isBetween in [CellSeparator.isBar, { $0.isWhitespace }] {
            let words = line.split(whereSeparator: isBetween)
            if words.lazy.filter({ CellLine.isFigure($0) }).prefix(mostFigures + 1).count > mostFigures { return words }
        }
        return [line]
    }
}
