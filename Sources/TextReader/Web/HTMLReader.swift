internal import DocumentModel
internal import HTMLTree

/// Reads web pages: headings, paragraphs, list items and tables, in the order of the source.
///
/// Left out is what a browser does not show, the elements `nav`, `aside` and `footer`, and lists of links: they belong to the
/// site, not to what is published on it.
public struct HTMLReader: Sendable {
    public init() {}

    /// - Throws: ``HTMLError`` where the page is too large.
    public func page(of html: String) throws(HTMLError) -> WebPage {
        let tree: HTMLTree
        do { tree = try HTMLTree(html) } catch { throw HTMLError(cause: error.cause) }
        let tables = DataTable.tables(of: tree)
        let items = tree.flow(in: 0..<tree.nodes.count) { tables[$0] }
        return WebPage(title: tree.title, blocks: withoutNavigation(items).map(\.block), isTruncated: tree.isTruncated)
    }

    /// Without lines that are links and nothing else, where two links or more follow each other: a single one may be a title.
    private func withoutNavigation(_ items: [FlowItem]) -> [FlowItem] {
        var kept: [FlowItem] = []
        var next = 0
        while next < items.count {
            let run = items[next...].prefix(while: \.isLinks)
            let links = run.reduce(0) { $0 + ($1.line?.links ?? 0) }
            if links < 2 { kept += run }
            next += run.count
            if next < items.count { kept.append(items[next]) }
            next += 1
        }
        return kept
    }
}

/// Why a web page cannot be read.
public struct HTMLError: Error, Hashable, Sendable {
    public var cause: String
}

extension FlowItem {
    fileprivate var isLinks: Bool { line.map { $0.links > 0 && !$0.hasPlainText && !$0.isHeading } ?? false }

    fileprivate var block: Block {
        switch self {
        case .line(let line):
            line.isHeading ? .heading(TextBlock(text: line.text)) : .paragraph(TextBlock(text: line.text))
        case .table(let table): .table(table)
        }
    }
}

extension HTMLTree {
    /// `meta name="ArticleTitle"`, which the pages of Chinese governments have, or the longest part of the `title`:
    /// 某县2023年政府信息公开工作年度报告_年度报告_某县人民政府.
    fileprivate var title: String? {
        var title: String?
        for (index, node) in nodes.enumerated() {
            guard case .element(let element) = node.content else { continue }
            if element.name == "meta", element["name"]?.lowercased() == "articletitle",
                let content = element["content"]?.trimmed, !content.isEmpty
            {
                return String(content)
            }
            if element.name == "title", title == nil { title = line(of: index) }
        }
        let parts = title?.split { "_|｜-–—".contains($0) }.map(\.trimmed) ?? []
        return parts.max { $0.count < $1.count }.map(String.init)
    }

    private func line(of index: Int) -> String {
        var line = FlowLine.Builder()
        for case .text(let text) in nodes[index..<nodes[index].end].lazy.map(\.content) { line.append(text) }
        return line.line.text
    }
}
