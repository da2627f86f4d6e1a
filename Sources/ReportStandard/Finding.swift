public import DocumentModel

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Something about a document that its reader should know: a kind and what was found, as values. ``message(in:)`` puts it into words.
public struct Finding: Hashable, Sendable {
    public var kind: Kind
    public var severity: Severity
    /// What the kind's message names besides the members below.
    public var details: [Detail: String]
    /// The figure, check or table it is about, where it is about one.
    public var code: String?
    /// Where two numbers differ: the one, such as a check's left side.
    public var left: Decimal?
    /// Where two numbers differ: the other one.
    public var right: Decimal?
    public var page: Int?
    public var box: Box?

    public init(
        _ kind: Kind, severity: Severity? = nil, _ details: [Detail: String] = [:], code: String? = nil,
        left: Decimal? = nil, right: Decimal? = nil, page: Int? = nil, box: Box? = nil
    ) {
        self.kind = kind
        self.severity = severity ?? kind.severity
        self.details = details
        self.code = code
        self.left = left
        self.right = right
        self.page = page
        self.box = box
    }

    /// How much it matters, from least to most.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// Good to know: the figures are what they are.
        case note
        /// Something is wrong or unsure at this place.
        case warning
        /// A part of the report could not be read.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        public var wording: Wording {
            switch self {
            case .note: Wording(zh: "提示", en: "note")
            case .warning: Wording(zh: "警告", en: "warning")
            case .error: Wording(zh: "错误", en: "error")
            }
        }
    }

    /// Stable names: a kind is added, never renamed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case agencyUnknown = "agency_unknown"
        case agencyUnclear = "agency_unclear"
        case yearUnknown = "year_unknown"
        case yearConflict = "year_conflict"
        case tableMissing = "table_missing"
        case rowMissing = "row_missing"
        case columnMissing = "column_missing"
        case rowUnknown = "row_unknown"
        case columnUnclear = "column_unclear"
        case unitDiffers = "unit_differs"
        case tableRepeated = "table_repeated"
        case sectionMissing = "section_missing"
        case formMixed = "form_mixed"
        case cellUnclear = "cell_unclear"
        case checkFailed = "check_failed"
        case misreadProposed = "misread_proposed"
        case proseDiffers = "prose_differs"
        case pageWithoutText = "page_without_text"
        case pageRecognized = "page_recognized"
        case textUntrusted = "text_untrusted"
        case pageDamaged = "page_damaged"
        case fileRepaired = "file_repaired"
        case hiddenOmitted = "hidden_omitted"
        case changesAccepted = "changes_accepted"
        case yearsDisagree = "years_disagree"
        case reportsDiffer = "reports_differ"
        case decisionOutdated = "decision_outdated"
    }

    /// What a finding names, in the words of the document. Stable names, as those of kinds.
    public enum Detail: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        case table, row, column, unit, section, form
        /// The number of a section, or the one a sentence names.
        case number
        /// The unit that the form asks for.
        case formUnit = "form_unit"
        case titleYear = "title_year"
        case periodYear = "period_year"
        /// What stands in the cell.
        case printed
        /// A ``Finding/Reason``.
        case reason
        /// What a library says, in its own words.
        case cause
        case encoding
        /// How many.
        case count
        /// The file of the other report.
        case otherFile = "other_file"
        case otherYear = "other_year"
        /// Ids of checks.
        case checks
        /// The numbers that tables give for what a sentence says.
        case readings
        /// Who has made a decision, and when.
        case by, at
        /// What a decision was about, and what is read now: a status, and the number where there is one.
        case was, now
    }

    /// Why something is in doubt.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case notOneNumber = "not_one_number"
        case noUnicode = "no_unicode"
        case overrun
        case sharedCell = "shared_cell"
        case severalCells = "several_cells"
        /// Not as many figures as columns, where text has lost its columns.
        case columnsLost = "columns_lost"
        /// Labels without figures stand beside others with them, where text has lost its rows.
        case displaced
        case noHeadings = "no_headings"
        case image
        case hiddenText = "hidden_text"
        case hiddenRuns = "hidden_runs"
        case hiddenRows = "hidden_rows"
        case hiddenColumns = "hidden_columns"
        case hiddenSheets = "hidden_sheets"
    }
}

extension Finding: Codable {
    private enum Keys: String, CodingKey {
        case kind, severity, message, details, code, left, right, page, box
    }

    /// Writes the message in the encoder's ``CodingUserInfoKey/language``, beside the values that it is made from.
    public func encode(to encoder: any Encoder) throws {
        let language = encoder.userInfo[.language] as? Language ?? .english
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(severity, forKey: .severity)
        try container.encode(message(in: language), forKey: .message)
        if !details.isEmpty { try container.encode(details, forKey: .details) }
        try container.encodeIfPresent(code, forKey: .code)
        try container.encodeIfPresent(left, forKey: .left)
        try container.encodeIfPresent(right, forKey: .right)
        try container.encodeIfPresent(page, forKey: .page)
        try container.encodeIfPresent(box, forKey: .box)
    }

    /// The message is not read: the other members make it again, in any language.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self.init(
            try container.decode(Kind.self, forKey: .kind),
            severity: try container.decode(Severity.self, forKey: .severity),
            try container.decodeIfPresent([Detail: String].self, forKey: .details) ?? [:],
            code: try container.decodeIfPresent(String.self, forKey: .code),
            left: try container.decodeIfPresent(Decimal.self, forKey: .left),
            right: try container.decodeIfPresent(Decimal.self, forKey: .right),
            page: try container.decodeIfPresent(Int.self, forKey: .page),
            box: try container.decodeIfPresent(Box.self, forKey: .box))
    }
}
