package import ReportStandard

/// Something about a report that a person may settle.
package struct ReviewItem: Hashable, Sendable {
    /// What it is, the worst first.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A check of the report's own arithmetic fails.
        case check
        /// A figure was read, and is in doubt.
        case suspect
        /// A figure, or a table, is not in the document.
        case missing
        /// Reports of the agency do not agree.
        case years
        /// A sentence says another number than the table.
        case prose

        /// 1 is the worst.
        var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

        package var wording: Wording {
            switch self {
            case .check: Wording(zh: "勾稽不符", en: "check fails")
            case .suspect: Wording(zh: "存疑", en: "in doubt")
            case .missing: Wording(zh: "缺失", en: "missing")
            case .years: Wording(zh: "年度或份次不一致", en: "reports disagree")
            case .prose: Wording(zh: "正文不一致", en: "text disagrees")
            }
        }
    }

    package var kind: Kind
    /// The figure to look at.
    package var code: IndicatorCode
    /// The check, the relation between years, or the table.
    package var subject: String?
    package var page: Int?
    package var figure: Figure?
    /// What was found, where that is a finding.
    package var finding: Finding?
}
