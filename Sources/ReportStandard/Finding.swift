public import DocumentModel

/// Something about a document that its reader should know.
public struct Finding: Hashable, Sendable, Codable {
    public var kind: Kind
    public var severity: Severity
    /// One sentence, with what was found.
    public var message: String
    /// The figure, check or table it is about, where it is about one.
    public var code: String?
    public var page: Int?
    public var box: Box?

    public init(
        _ kind: Kind, severity: Severity? = nil, message: String, code: String? = nil, page: Int? = nil, box: Box? = nil
    ) {
        self.kind = kind
        self.severity = severity ?? kind.usualSeverity
        self.message = message
        self.code = code
        self.page = page
        self.box = box
    }

    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        case info, warning, error
    }

    /// Stable names: a kind is added, never renamed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// No title, line or metadata names the agency.
        case agencyUnknown = "agency_unknown"
        /// No title or period names the year.
        case yearUnknown = "year_unknown"
        /// Title and period name different years.
        case yearConflict = "year_conflict"
        /// A table of the form is not in the document.
        case tableMissing = "table_missing"
        /// A row of a table that is there is not.
        case rowMissing = "row_missing"
        /// A column of a table that is there is not.
        case columnMissing = "column_missing"
        /// A row with figures that the form does not have.
        case rowUnknown = "row_unknown"
        /// Columns of figures of which no heading says which one the form asks for.
        case columnUnclear = "column_unclear"
        /// A figure printed in another unit than the form's.
        case unitDiffers = "unit_differs"
        /// A second copy of a table; the first is used.
        case tableRepeated = "table_repeated"
        /// A section of the form is not in the document.
        case sectionMissing = "section_missing"
        /// Tables follow different forms.
        case formMixed = "form_mixed"
        /// A cell whose text is no single number.
        case cellUnclear = "cell_unclear"
        /// Figures that break a relation of the form.
        case checkFailed = "check_failed"
        /// A figure in uncertain text that alone makes checks fail: another value would make them all hold.
        case misreadProposed = "misread_proposed"
        /// A sentence with another number than the table it speaks of.
        case proseDiffers = "prose_differs"
        /// A page that is an image without text.
        case pageWithoutText = "page_without_text"
        /// Glyphs without a Unicode text, or a text layer that cannot be right.
        case textUntrusted = "text_untrusted"
        /// A page that could not be read, or only in part.
        case pageDamaged = "page_damaged"
        /// The file had to be repaired to be read.
        case fileRepaired = "file_repaired"

        var usualSeverity: Severity {
            switch self {
            case .formMixed, .proseDiffers, .tableRepeated, .sectionMissing, .fileRepaired: .info
            case .agencyUnknown, .yearUnknown, .yearConflict, .rowUnknown, .cellUnclear, .checkFailed, .rowMissing,
                .columnMissing, .columnUnclear, .unitDiffers, .misreadProposed:
                .warning
            case .tableMissing, .pageWithoutText, .textUntrusted, .pageDamaged: .error
            }
        }
    }
}
