/// How a workbook shows numbers (ECMA-376, part 1, section 18.8.31): `#,##0.00`, `0%`, `yyyy"年"m"月"d"日"`.
struct NumberFormat: Hashable {
    private let sections: [NumberFormatSection]

    static let general = NumberFormat("General")

    /// - Parameter code: up to four sections: for positive numbers, negative ones, zero, and text.
    init(_ code: String) {
        sections = NumberFormatParser.sections(of: code)
    }

    /// What is shown of a number; nil for one that cannot be, such as a date before all dates.
    ///
    /// - Parameter startsIn1904: days are counted from 1904.
    func text(of number: Double, startsIn1904: Bool = false) -> String? {
        guard number.isFinite, let (section, isSigned) = section(for: number) else { return nil }
        if section.isDate { return DateText(number, startsIn1904: startsIn1904)?.text(section) }
        return NumberText(section).text(number, isSigned: isSigned)
    }

    /// What is shown of a text.
    func text(of text: String) -> String {
        let section = sections.count > 3 ? sections[3] : sections.first { $0.tokens.contains(.text) }
        guard let section, sections.count > 3 || section.tokens.contains(.text) else { return text }
        return section.tokens.map { token in
            switch token {
            case .text, .general: text
            case .literal(let literal): literal
            default: ""
            }
        }.joined()
    }

    /// The section for a number, and whether its minus sign is to be written: a section for negative numbers has its own.
    private func section(for number: Double) -> (section: NumberFormatSection, isSigned: Bool)? {
        let numeric = sections.prefix(3).filter { sections.count == 1 || !$0.isForText }
        guard let first = numeric.first else { return sections.first.map { ($0, true) } }
        if numeric.contains(where: { $0.condition != nil }) {
            let fitting = numeric.first { $0.condition?.holds(for: number) ?? false }
            let other = numeric.first { $0.condition == nil } ?? numeric[numeric.count - 1]
            let section = fitting ?? other
            return (section, !(section.condition?.isForNegative ?? false))
        }
        if number < 0, numeric.count > 1 { return (numeric[1], false) }
        if number == 0, numeric.count > 2 { return (numeric[2], true) }
        return (first, true)
    }

    /// The code of a format that every workbook has (ECMA-376, part 1, section 18.8.30), in Chinese; nil for others.
    static func builtIn(_ id: Int) -> String? {
        let month = #"yyyy"年"m"月""#
        let day = #"m"月"d"日""#
        let time = #"上午/下午h"时"mm"分""#
        switch id {
        case 0: return "General"
        case 1: return "0"
        case 2: return "0.00"
        case 3: return "#,##0"
        case 4: return "#,##0.00"
        case 5, 6: return "¥#,##0;¥-#,##0"
        case 7, 8: return "¥#,##0.00;¥-#,##0.00"
        case 9: return "0%"
        case 10: return "0.00%"
        case 11: return "0.00E+00"
        case 12: return "# ?/?"
        case 13: return "# ??/??"
        case 14: return "yyyy/m/d"
        case 15: return "d-mmm-yy"
        case 16: return "d-mmm"
        case 17: return "mmm-yy"
        case 18: return "h:mm AM/PM"
        case 19: return "h:mm:ss AM/PM"
        case 20: return "h:mm"
        case 21: return "h:mm:ss"
        case 22: return "yyyy/m/d h:mm"
        case 27, 36, 50, 52, 57: return month
        case 28, 29, 51, 53, 54, 58: return day
        case 30: return "m-d-yy"
        case 31: return #"yyyy"年"m"月"d"日""#
        case 32: return #"h"时"mm"分""#
        case 33: return #"h"时"mm"分"ss"秒""#
        case 34, 55: return time
        case 35, 56: return time + #"ss"秒""#
        case 37, 38: return "#,##0;-#,##0"
        case 39, 40: return "#,##0.00;-#,##0.00"
        case 41: return #"_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ "#
        case 42: return #"_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ "#
        case 43: return #"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ "#
        case 44: return #"_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ "#
        case 45: return "mm:ss"
        case 46: return "[h]:mm:ss"
        case 47: return "mm:ss.0"
        case 48: return "##0.0E+0"
        case 49: return "@"
        default: return nil
        }
    }
}
