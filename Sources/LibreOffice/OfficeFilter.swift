/// What LibreOffice converts: from which format, into which.
public enum OfficeFilter: String, Hashable, Sendable, CaseIterable {
    /// Word 97 to 2003, and WPS Writer.
    case doc
    case rtf
    /// Excel 95 to 2003, and WPS Spreadsheets.
    case xls
    /// Word 2003 and Excel 2003, as a single XML file.
    case wordXML, excelXML

    /// The ending that its input file gets.
    var ending: String {
        switch self {
        case .doc, .rtf, .xls: rawValue
        case .wordXML, .excelXML: "xml"
        }
    }

    /// The filter that reads; nothing else is tried, whatever the file may be besides.
    var input: String {
        switch self {
        case .doc: "MS Word 97"
        case .rtf: "Rich Text Format"
        case .xls: "MS Excel 97"
        case .wordXML: "MS Word 2003 XML"
        case .excelXML: "MS Excel 2003 XML"
        }
    }

    /// True where it makes a workbook (XLSX), false for a text (DOCX).
    public var makesWorkbook: Bool { self == .xls || self == .excelXML }

    /// The ending of what it makes.
    var outputEnding: String { makesWorkbook ? "xlsx" : "docx" }

    /// The filter that writes.
    var output: String { makesWorkbook ? "Calc MS Excel 2007 XML" : "MS Word 2007 XML" }
}
