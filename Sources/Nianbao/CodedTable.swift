internal import DocumentModel
internal import TableSums

/// The tables of one file as JSON has them.
struct FileTables: Encodable {
    var file: String
    var tables: [CodedTable]
}

/// A table as JSON has it; doubts only where there are some.
struct CodedTable: Encodable {
    private var page: Int?
    private var pages: [Int]
    private var box: Box?
    private var rows: Int
    private var columns: Int
    private var ruled: Bool
    private var grid: Table.Grid
    private var doubts: [String]?
    private var cells: [CodedCell]
    private var relations: [CodedRelation]?

    init(_ checked: CheckedTable) {
        let table = checked.table
        page = table.pages.first
        pages = table.pages
        box = table.box
        rows = table.rows
        columns = table.columns
        ruled = table.isRuled
        grid = table.grid
        doubts = checked.doubts.isEmpty ? nil : checked.doubts.map(\.rawValue)
        cells = zip(table.cells, checked.cellDoubts).map(CodedCell.init)
        relations = checked.relations?.map { CodedRelation($0, of: checked) }
    }
}

private struct CodedCell: Encodable {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var text: String
    var page: Int?
    var box: Box?
    var doubts: [String]?

    enum CodingKeys: String, CodingKey {
        case row, column, text, page, box, doubts
        case rowSpan = "row_span"
        case columnSpan = "column_span"
    }

    init(_ cell: Cell, doubts: [CellDoubt]) {
        row = cell.row
        column = cell.column
        rowSpan = cell.rows.count
        columnSpan = cell.columns.count
        text = cell.text
        page = cell.page
        box = cell.box
        self.doubts = doubts.isEmpty ? nil : doubts.map(\.rawValue)
    }
}

/// What adds up, and where it does not, with the place of the total's figure.
private struct CodedRelation: Encodable {
    var adds: String
    var total: Int
    var parts: [Part]
    var named: Bool
    var chance: Double
    var sums: [Sum]

    struct Part: Encodable {
        var line: Int
        var subtracted: Bool?
    }

    struct Sum: Encodable {
        var row: Int
        var column: Int
        var text: String
        var page: Int?
        var box: Box?
        var sum: String
        var difference: String
        var holds: Bool
    }

    init(_ relation: SumRelation, of checked: CheckedTable) {
        adds = relation.axis == .horizontal ? "rows" : "columns"
        total = relation.total
        parts = relation.parts.map { Part(line: $0.line, subtracted: $0.isSubtracted ? true : nil) }
        named = relation.isNamed
        chance = relation.chance
        sums = relation.sums.map { sum in
            let (square, cell) = checked.total(of: relation, at: sum.place)
            return Sum(
                row: square.row, column: square.column, text: cell.text, page: cell.page, box: cell.box, sum: sum.sum,
                difference: sum.difference, holds: sum.holds)
        }
    }
}
