internal import SheetWriter

/// Rows of one kind in a workbook: a sheet, and more with the same header where one does not hold them all.
final class SheetSeries {
    private let book: Workbook
    private let name: String
    private let header: [String]
    private let mostRows: Int
    private var sheet: Sheet
    private var number = 1

    /// - Parameter mostRows: of a sheet, its header among them.
    init(in book: Workbook, named name: String, header: [String], mostRows: Int = Sheet.mostRows) throws(WorkbookError)
    {
        self.book = book
        self.name = Self.sheetName(name)
        self.header = header
        self.mostRows = mostRows
        sheet = try book.addSheet(self.name, header: header)
    }

    func append(_ cells: [SheetCell]) throws(WorkbookError) {
        if sheet.rowCount >= mostRows {
            number += 1
            sheet = try book.addSheet(Self.sheetName(name, ending: " \(number)"), header: header)
        }
        try sheet.append(cells)
    }

    /// At most 31 characters, without those that mean something in formulas.
    private static func sheetName(_ name: String, ending: String = "") -> String {
        String(name.map { "[]:*?/\\".contains($0) ? "-" : $0 }.prefix(31 - ending.count)) + ending
    }
}
