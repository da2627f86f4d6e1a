import DocumentModel
import OfficeReader
import TestSupport

/// The blocks of a document, a line each: `# heading`, `paragraph`, and a table as its cells between brackets.
func listing(_ document: OfficeDocument) -> [String] {
    document.blocks.map { block in
        switch block {
        case .heading(let text): "# " + text.text
        case .paragraph(let text): text.text
        case .table(let table): "[" + table.listing.joined(separator: " | ") + "]"
        }
    }
}

func word(
    _ body: String, styles: String? = nil, numbering: String? = nil
) throws -> OfficeDocument {
    try WordReader().document(MadePackage.word(body, styles: styles, numbering: numbering)[...])
}

/// `<w:p>` with a run.
func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// `<w:tc>` with a paragraph.
func tc(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
}

func tr(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
}

func tbl(_ rows: String...) -> String { "<w:tbl><w:tblPr/><w:tblGrid/>\(rows.joined())</w:tbl>" }
