internal import DocumentModel
internal import ReportStandard

extension Agency {
    /// The agency named outside the title: in a metadata line, or in the sentences that introduce a report.
    init?(in blocks: [Block]) {
        for pattern in Self.patterns {
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

    // Computed, because a Regex is not Sendable.
    private static var patterns: [Regex<(Substring, name: Substring)>] {
        [
            #/(?:发布机构|发布单位|发文机关|公开主体|编制单位|信息来源|索取单位):(?<name>[^\s:,，。;；|]{3,40}?)(?:$|发布|成文|生成|公开|索引|名称|[,，。;；|])/#,
            #/现?(?:公布|发布)(?<name>[^,，。;；:]{3,40}?)(?:\d{4})年度?政府信息公开/#,
            #/由(?!于)(?<name>[^,，。;；:]{3,40}?)(?:(?:负责)?(?:编制|解释)|按照|根据|依据|依照)/#,
            #/(?:^|[。;；况])\d{4}年度?[,，](?<name>[^,，。;；:我本]{2,30}?(?:局|厅|委员会|办事处|人民政府))(?:全年|主动公开|共|在|认真|严格|坚持)/#,
            #/《(?<name>[^《》]{2,30}?(?:局|厅|委员会|办事处|人民政府))政府信息(?:主动)?公开(?:制度|指南|目录|办法)》/#,
        ]
    }
}
