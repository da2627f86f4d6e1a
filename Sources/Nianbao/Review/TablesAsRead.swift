package import DocumentModel
package import FileAccess
package import ReportForms
package import ReportStandard

/// The tables of a file without pages as they were read, and where in them its figures stand.
package struct TablesAsRead: Sendable {
    package var tables: [Table]
    /// By report, from 1, and code.
    package var places: [Int: [IndicatorCode: Place]]

    /// A cell.
    package struct Place: Hashable, Sendable {
        /// The number of its table, from 0.
        package var table: Int
        package var row: Int
        package var column: Int

        package init(table: Int, row: Int, column: Int) { (self.table, self.row, self.column) = (table, row, column) }
    }

    package init(_ file: FileBytes, forms: FormLibrary, password: String? = nil) throws(ReadError) {
        let extraction = ReportExtraction(forms: forms, password: password, ocr: OCROptions(mode: .never))
        let (tables, reports) = try extraction.grids(in: file)
        self.tables = tables
        places = [:]
        for report in reports {
            for entry in report.figures {
                guard let number = entry.figure.page, let box = entry.figure.box, tables.indices.contains(number - 1)
                else { continue }
                places[report.source.document, default: [:]][entry.code] = Place(
                    table: number - 1, row: Int(box.y0), column: Int(box.x0))
            }
        }
    }
}
