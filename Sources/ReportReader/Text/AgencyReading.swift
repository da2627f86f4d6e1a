internal import DocumentModel
internal import ReportForms
internal import ReportStandard

extension Agency {
    /// The agency named outside the title: in a metadata line, or in the sentences that introduce a report.
    init?(in blocks: [Block], words: ReportWords.Agencies) {
        for pattern in words.regexes {
            for block in blocks.lazy.flatMap(Self.texts) {
                let text = foldedWithoutBlanks(block.text)
                if let match = text.firstMatch(of: pattern), match.output.name.count >= 3 {
                    self.init(name: String(match.output.name), page: block.page, box: block.box)
                    return
                }
            }
        }
        return nil
    }

    /// A block's text; of a small table, such as the one of metadata over a web page, every two cells side by side.
    private static func texts(of block: Block) -> [TextBlock] {
        guard let table = block.table else { return block.text.map { [$0] } ?? [] }
        guard table.cells.count <= largestTable else { return [] }
        return zip(table.cells, table.cells.dropFirst()).filter { $0.row == $1.row && !$0.isBlank }.map {
            label, value in
            let label = label.text.last.map { ":：".contains($0) } == true ? String(label.text.dropLast()) : label.text
            return TextBlock(text: label + ":" + value.text, page: value.page, box: value.box)
        }
    }

    /// Cells of a table of metadata, at most.
    private static let largestTable = 40
}
