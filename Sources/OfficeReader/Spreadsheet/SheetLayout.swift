internal import DocumentModel

/// Finds the tables of a sheet and the lines of text between them: reports are laid out on one sheet as on a page.
struct SheetLayout {
    /// Why a sheet was not read.
    private(set) var damage: String?
    /// How many rows and columns with something in them are hidden.
    let hiddenRows: Int
    let hiddenColumns: Int
    private let grid: SheetGrid?
    private let hidden: SheetIndexes
    /// Lines are drawn around the cells of its tables.
    private let isRuled: Bool

    /// A longer text is prose, no label.
    private static let longestLabel = 60

    init(_ sheet: Sheet) {
        grid = SheetGrid(sheet)
        hidden = sheet.hiddenRows
        let filled = sheet.cells.filter { !$0.text.isEmpty }
        hiddenRows = Set(filled.lazy.map(\.row).filter(sheet.hiddenRows.contains)).count
        hiddenColumns = Set(filled.lazy.map(\.column).filter(sheet.hiddenColumns.contains)).count
        if grid == nil { damage = "the sheet is too large" }
        // Fewer are a line under a title.
        isRuled = grid.map { $0.items.count(where: \.isRuled) >= 4 } ?? false
    }

    /// What a row is.
    private enum Role: Hashable {
        case blank, text, table
        /// Text, or a row of the table next to it.
        case either
    }

    mutating func items() -> [FlowItem] {
        guard let grid else { return [] }
        let roles = decided(grid.rows.indices.map { role(of: $0, in: grid) }, in: grid)
        var items: [FlowItem] = []
        var row = 0
        while row < roles.count {
            if roles[row] == .table {
                var end = row + 1
                while end < roles.count, roles[end] == .table, !isGap(before: end, in: grid) { end += 1 }
                items += table(row..<end, in: grid)
                row = end
            } else {
                let texts = grid.items(inRow: row).filter { $0.rows.lowerBound == row }.map(\.text)
                items += FlowItem.lines(texts.filter { !$0.isEmpty }.joined(separator: " "))
                row += 1
            }
        }
        return items
    }

    private func role(of row: Int, in grid: SheetGrid) -> Role {
        let items = grid.items(inRow: row)
        if isRuled && items.contains(where: \.isRuled) { return .table }
        let filled = items.filter { !$0.text.isEmpty }
        guard let first = filled.first else { return .blank }
        // Above and below a ruled table stand lines such as 填报单位 and 单位：件.
        if isRuled { return filled.count > 2 ? .table : .text }
        if filled.count > 1 { return .table }
        return first.text.count > Self.longestLabel ? .text : .either
    }

    /// A row with a single text belongs to the table that it stands in: alone in its first columns between two of the table's rows,
    /// or merged over exactly the table's columns.
    private func decided(_ roles: [Role], in grid: SheetGrid) -> [Role] {
        var decided = roles
        let firstTable = roles.firstIndex(of: .table) ?? roles.count
        for row in roles.indices.reversed() where roles[row] == .either {
            decided[row] = .text
            let next = row + 1
            guard next < roles.count, decided[next] == .table, !isGap(before: next, in: grid),
                let only = grid.items(inRow: row).first(where: { !$0.text.isEmpty })
            else { continue }
            if only.span.count > 1 {
                let below = grid.items(inRow: next).map(\.span)
                if only.span.lowerBound == below.first?.lowerBound, only.span.upperBound == below.last?.upperBound {
                    decided[row] = .table
                }
            } else if row > firstTable, roles[row - 1] == .table || roles[row - 1] == .either,
                !isGap(before: row, in: grid)
            {
                decided[row] = .table
            }
        }
        return decided
    }

    /// An empty row is shown before a row.
    private func isGap(before row: Int, in grid: SheetGrid) -> Bool {
        let between = (grid.rows[row - 1] + 1)..<grid.rows[row]
        return between.count > hidden.count(in: between)
    }

    private func table(_ rows: Range<Int>, in grid: SheetGrid) -> [FlowItem] {
        let owned = rows.flatMap { grid.items(inRow: $0) }
        guard let first = owned.map(\.columns.lowerBound).min(), let last = owned.map(\.columns.upperBound).max() else {
            return []
        }
        var places: [PlacedGrid.Place] = []
        var contents: [[FlowItem]] = []
        var placed: Set<Int> = []
        for row in rows {
            for column in first..<last {
                let owner = grid.owner(row: row, column: column)
                if let owner, !placed.insert(owner).inserted { continue }
                let item = owner.map { grid.items[$0] }
                places.append(
                    PlacedGrid.Place(
                        rows: item?.rows.clamped(to: rows) ?? row..<(row + 1),
                        columns: item?.columns.clamped(to: first..<last) ?? column..<(column + 1),
                        cell: contents.count))
                contents.append(FlowItem.lines(item?.text ?? ""))
            }
        }
        return FlowItem.items(of: places, contents: contents)
    }
}
