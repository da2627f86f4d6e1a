internal import DocumentModel

/// The lines of a Markdown text that hold tables written in HTML: HTML blocks (CommonMark, section 4.6), here up to the line that
/// closes their tables, as blank lines stand between rows too.
struct HTMLTableLines {
    private let lines: [Substring]
    /// For the lines that begin such a block the index behind its last one.
    private let ends: [Int: Int]

    init(_ lines: [Substring]) {
        self.lines = lines
        var ends: [Int: Int] = [:]
        // Blocks not yet closed, with the number of tables that were open before them.
        var pending: [(start: Int, depth: Int)] = []
        var depth = 0
        let (opening, closing) = (/<table[\s>]/.ignoresCase(), /<\/table\s*>/.ignoresCase())
        for (index, line) in lines.enumerated() where line.utf8.contains(UInt8(ascii: "<")) {
            let opened = line.matches(of: opening).count
            let closed = line.matches(of: closing).count
            guard opened + closed > 0 else { continue }
            if opened > 0, line.trimmed.first == "<" { pending.append((index, depth)) }
            depth += opened - closed
            while let last = pending.last, last.depth >= depth {
                ends[last.start] = index + 1
                pending.removeLast()
            }
        }
        self.ends = ends
    }

    /// The block that begins with a line: its contents, and the index of the line behind it; nil where none does.
    func block(at start: Int) -> (blocks: [Block], end: Int)? {
        guard let end = ends[start],
            let page = try? HTMLReader().page(of: lines[start..<end].joined(separator: "\n"))
        else { return nil }
        return (page.blocks, end)
    }
}
