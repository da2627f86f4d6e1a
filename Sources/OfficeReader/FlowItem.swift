internal import DocumentModel

/// What follows each other in a document.
enum FlowItem: Hashable {
    case line(MarkupLine, isHeading: Bool)
    case table(Table)
    /// By the id that the document's part has for it.
    case picture(String)

    var line: MarkupLine? {
        if case .line(let line, _) = self { line } else { nil }
    }

    /// nil for a picture.
    var block: Block? {
        switch self {
        case .line(let line, let isHeading):
            isHeading ? .heading(TextBlock(text: line.text)) : .paragraph(TextBlock(text: line.text))
        case .table(let table): .table(table)
        case .picture: nil
        }
    }

    var isTable: Bool { if case .table = self { true } else { false } }

    /// The lines of a paragraph, of which `text` has each behind a line feed.
    static func lines(_ text: String, isHeading: Bool = false) -> [FlowItem] {
        var lines: [FlowItem] = []
        for piece in text.split(whereSeparator: \.isNewline) {
            let shown = shownLine(piece)
            if shown.isEmpty { continue }
            lines.append(.line(MarkupLine(text: shown, startsBlock: lines.isEmpty), isHeading: isHeading))
        }
        return lines
    }

    /// The items of a table: itself, or what is in its cells, in their order, where it is no more than a layout. A table in
    /// whose cells there are tables is a layout; one that has no data is, too. Pictures in the cells of other tables are no part of
    /// them.
    static func items(of places: [PlacedGrid.Place], contents: [[FlowItem]]) -> [FlowItem] {
        let lines = contents.map { $0.compactMap(\.line) }
        let isLayout = contents.contains { $0.contains(where: \.isTable) }
        if !isLayout, let grid = PlacedGrid(places), let table = Table(grid, lines: lines) { return [.table(table)] }
        return contents.flatMap(\.self)
    }
}

/// Without characters that nobody sees, and without blanks around it.
private func shownLine(_ text: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.filter { !isInvisible($0) })
    return String(scalars).trimmed
}
