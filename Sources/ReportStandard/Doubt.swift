/// Why a figure is not certain. Stable names: a doubt is added, never renamed.
public enum Doubt: String, Hashable, Sendable, Codable, CaseIterable {
    // The text: are these the characters that were printed?
    case damagedText = "damaged_text"
    case noUnicode = "no_unicode"
    case readOnce = "read_once"
    case readingsDiffer = "readings_differ"
    case notOneNumber = "not_one_number"
    // The row.
    case rowLabelUnclear = "row_label_unclear"
    case groupUnclear = "group_unclear"
    case rowDisplaced = "row_displaced"
    case rowTorn = "row_torn"
    // The column.
    case columnUnclear = "column_unclear"
    case cellsFewerThanHeadings = "cells_fewer_than_headings"
    case cellsMoreThanHeadings = "cells_more_than_headings"
    case columnsLost = "columns_lost"
    case columnByPosition = "column_by_position"
    case noHeadings = "no_headings"
    case headingMissing = "heading_missing"
    case sharedCell = "shared_cell"
    case severalCells = "several_cells"
    case overrun
    case leadingZero = "leading_zero"
    case figuresRunTogether = "figures_run_together"
    case unruledTable = "unruled_table"
    // The report.
    case twoReports = "two_reports"
    // The sentence.
    case statementsDiffer = "statements_differ"
    // The arithmetic.
    case sumFails = "sum_fails"
}

extension Doubt {
    /// One phrase that says what speaks against the figure.
    public var wording: Wording {
        switch self {
        case .damagedText: Wording(zh: "文字已损坏", en: "the text is damaged")
        case .noUnicode: Wording(zh: "文字没有Unicode编码", en: "text without Unicode")
        case .readOnce: Wording(zh: "图像只读了一遍", en: "read once only in the picture")
        case .readingsDiffer: Wording(zh: "图像几次识别的结果不同", en: "readings of the picture differ")
        case .notOneNumber: Wording(zh: "不是一个数", en: "not one number")
        case .rowLabelUnclear: Wording(zh: "旁边的行标签不清楚", en: "the label beside it is unclear")
        case .groupUnclear: Wording(zh: "没有它所属的上级标题", en: "the heading it stands under is not there")
        case .rowDisplaced:
            Wording(zh: "另有行标签没有数字，数字属于哪一行不确定", en: "other labels stand without figures")
        case .rowTorn:
            Wording(zh: "旁边有不属于任何行的数字", en: "figures without a label stand beside it, perhaps the rest of its own")
        case .columnUnclear: Wording(zh: "属于哪一列不确定", en: "which column it stands in is unclear")
        case .cellsFewerThanHeadings:
            Wording(zh: "该行或表头的单元格少于其他行", en: "its row or the header has fewer cells than others")
        case .cellsMoreThanHeadings: Wording(zh: "该行的数字多于列标题", en: "its row has figures without a heading")
        case .columnsLost: Wording(zh: "该行数字个数与栏数不符", en: "not as many figures in the row as columns")
        case .columnByPosition:
            Wording(zh: "列只能按位置推断", en: "the column is told by position alone")
        case .noHeadings: Wording(zh: "没有列标题", en: "no column headings")
        case .headingMissing: Wording(zh: "相邻的列标题缺失", en: "the heading beside its own is missing")
        case .sharedCell: Wording(zh: "几列共用一个单元格", en: "one cell for several columns")
        case .severalCells: Wording(zh: "一列有几个单元格", en: "several cells for one column")
        case .overrun: Wording(zh: "数字超出单元格边框", en: "the number runs over the cell's border")
        case .leadingZero: Wording(zh: "数字以零开头，可能是两个数", en: "it begins with a zero, and may be two figures")
        case .figuresRunTogether: Wording(zh: "几个数字连在一起", en: "cut out of digits that run together")
        case .unruledTable: Wording(zh: "表格没有框线", en: "a table without rules")
        case .twoReports:
            Wording(zh: "同一表格出现两次，属于哪一份报告不确定", en: "a second set of the table: of which report is unclear")
        case .statementsDiffer: Wording(zh: "几处叙述的数字不同", en: "sentences give different numbers")
        case .sumFails: Wording(zh: "不符合勾稽关系", en: "a sum that it stands in fails")
        }
    }
}

extension Doubt: Comparable {
    /// In the order in which they are listed: text, row, column, report, sentence, arithmetic.
    public static func < (one: Doubt, other: Doubt) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.ranks[self] ?? 0 }
    private static let ranks = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
