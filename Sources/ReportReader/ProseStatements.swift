internal import DocumentModel
internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Numbers in a report's sentences that repeat figures of its tables: 受理申请17件, 不予公开3件, 行政许可120条.
///
/// They are worth a note where no reading of the table gives them, never a correction: a sentence may speak of one office while
/// the table covers a territory. Sentences about other years, other bodies, parts and shares say nothing.
struct ProseStatements {
    /// What a wording stands for.
    struct Kind: Hashable, Sendable {
        var words: [String]
        /// Must stand in the same clause, and in the same sentence.
        var clauseWords: [String] = []
        var sentenceWords: [String] = []
        /// Sums of figures, each of which the number may be; a code ends in `*` for all of a group's rows.
        var readings: [[String]]
        /// A number after 其中 is a part of it.
        var isWhole = true
    }

    static let kinds: [Kind] = [
        Kind(
            words: ["收到", "受理", "新收", "收办", "接收"], clauseWords: ["申请"], sentenceWords: about,
            readings: [
                ["requests.new.total"], ["requests.new.total", "requests.carried_in.total"],
                ["requests.handled_total.total"],
            ]),
        Kind(
            words: ["办结"], sentenceWords: about,
            readings: [
                ["requests.handled_total.total"], ["requests.handled_total.total", "requests.carried_out.total"],
            ]
        ),
        Kind(words: ["予以公开"], sentenceWords: handling, readings: [["requests.granted.total"]], isWhole: false),
        Kind(words: ["部分公开"], sentenceWords: handling, readings: [["requests.partly_granted.total"]], isWhole: false),
        Kind(words: ["不予公开"], sentenceWords: handling, readings: [["requests.refused.*.total"]], isWhole: false),
        Kind(words: ["无法提供"], sentenceWords: handling, readings: [["requests.unavailable.*.total"]], isWhole: false),
        Kind(words: ["不予处理"], sentenceWords: handling, readings: [["requests.not_processed.*.total"]], isWhole: false),
        Kind(
            words: ["其他处理"], sentenceWords: handling, readings: [["requests.other.*.total"], ["requests.other.total"]],
            isWhole: false),
        Kind(
            words: ["结转下年", "结转下一年", "结转至下年", "结转至下一年"], readings: [["requests.carried_out.total"]],
            isWhole: false),
        Kind(words: ["行政复议"], sentenceWords: about, readings: [["proceedings.reconsideration.total"]]),
        Kind(
            words: ["行政诉讼"], sentenceWords: about,
            readings: [
                ["proceedings.litigation_direct.total", "proceedings.litigation_after_reconsideration.total"]
            ]),
        Kind(words: ["行政许可"], readings: [["proactive.licensing.decisions"]]),
        Kind(words: ["行政处罚"], readings: [["proactive.penalties.decisions"]]),
    ]

    private static let about = ["信息公开", "依申请"]
    private static let handling = ["申请", "答复", "办结", "办理结果"]
    private static let units: Set<Character> = ["件", "份", "条", "宗", "起"]
    /// Between the words and their number.
    private static let longestGap = 14

    /// Sentences with these are about other years, other bodies or documents.
    private static let foreign = [
        "上年同期", "去年", "上一年度", "往年", "历年", "累计", "以来", "近年", "季度", "上半年", "下半年", "全市", "全县", "全区", "全镇",
        "全州", "全省", "各镇", "各乡", "各街道", "各部门", "各单位", "下属", "所属", "直属", "系统内", "县直", "市直", "区直", "下一步", "计划",
        "公文", "属性", "文件", "制发", "建议", "提案",
    ]
    /// Clauses with these speak of a part, a share or a change.
    private static let partial = [
        "上年", "同比", "环比", "增", "减", "下降", "上升", "较", "比", "%", "网络", "网上", "网站", "信函", "邮寄", "当面", "现场", "邮箱", "邮件",
        "传真", "平台", "渠道", "自然人", "法人", "企业", "组织", "维持", "纠正", "撤销", "驳回", "胜诉", "败诉", "审结", "超期", "逾期", "延期",
        "咨询", "信访", "平均", "超过", "近", "约", "共享", "涉及",
    ]

    /// A sentence's number with what it may be.
    struct Statement: Hashable {
        var number: Int
        var kinds: [Kind]
        /// The clause, as printed.
        var text: String
    }

    /// The statements of a paragraph of a report on `year`.
    static func statements(in paragraph: String, year: Int?) -> [Statement] {
        guard paragraph.contains(where: { units.contains($0) }) else { return [] }
        let text = folded(paragraph).filter { !$0.isWhitespace }
        return text.split { "。;!?".contains($0) }.flatMap { statements(inSentence: $0, year: year) }
    }

    private static func statements(inSentence sentence: Substring, year: Int?) -> [Statement] {
        guard !foreign.contains(where: sentence.holds), !namesOtherYear(sentence, than: year) else { return [] }
        var isPart = false
        return sentence.split { ",:(".contains($0) }.flatMap { clause -> [Statement] in
            if clause.holds("其中") { isPart = true }
            guard !partial.contains(where: clause.holds) else { return [] }
            return numbers(in: clause).compactMap { number, lead in
                let found = kinds.filter { kind in
                    kind.words.contains { lead.ends(with: $0, gap: longestGap) }
                        && (kind.clauseWords.isEmpty || kind.clauseWords.contains(where: clause.holds))
                        && (kind.sentenceWords.isEmpty || kind.sentenceWords.contains(where: sentence.holds))
                        && !(kind.isWhole && isPart)
                }
                return found.isEmpty ? nil : Statement(number: number, kinds: found, text: String(clause))
            }
        }
    }

    private static func namesOtherYear(_ sentence: Substring, than year: Int?) -> Bool {
        let parts = sentence.split(separator: "年", omittingEmptySubsequences: false).dropLast()
        return parts.contains { part in
            guard let named = calendarYear(part.suffix(4)) else { return false }
            return named != year
        }
    }

    /// The numbers with a unit behind them, and what stands between each and the number before it.
    private static func numbers(in clause: Substring) -> [(number: Int, lead: Substring)] {
        var found: [(Int, Substring)] = []
        var rest = clause
        while let start = rest.firstIndex(where: isDigit) {
            let digits = rest[start...].prefix(while: isDigit)
            let after = rest[digits.endIndex...]
            if let unit = after.first, units.contains(unit), after.dropFirst().first != "次", digits.count < 10,
                let number = Int(digits)
            {
                found.append((number, rest[..<start]))
            }
            rest = after
        }
        return found
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }

    // MARK: Against the tables

    /// What the tables say about a statement: nil where a reading gives its number or one of them cannot be worked out.
    static func contradiction(
        of statement: Statement, in figures: [IndicatorCode: Figure]
    ) -> (code: IndicatorCode, readings: [Decimal])? {
        var all: [Decimal] = []
        var first: IndicatorCode?
        var together: Decimal = 0
        for kind in statement.kinds {
            let values = kind.readings.compactMap { sum(of: $0, in: figures) }
            // A group may be printed in one way only; of other readings each must be there.
            guard let value = values.first else { return nil }
            first = first ?? kind.readings.lazy.flatMap(\.self).map { IndicatorCode($0) }.first
            all += values
            together += value
        }
        if statement.kinds.count > 1 { all.append(together) }
        guard let first, !all.contains(Decimal(statement.number)) else { return nil }
        return (first, all)
    }

    private static func sum(of codes: [String], in figures: [IndicatorCode: Figure]) -> Decimal? {
        var sum: Decimal = 0
        for text in codes {
            let pattern = IndicatorCode(text).path
            let own = figures.filter { code, _ in
                code.path.count == pattern.count && zip(pattern, code.path).allSatisfy { $0 == "*" || $0 == $1 }
            }
            guard !own.isEmpty else { return nil }
            for figure in own.values {
                switch figure.status {
                case .printed, .recovered: sum += figure.value ?? 0
                case .blank where own.count > 1: break
                case .blank, .suspect, .missing: return nil
                }
            }
        }
        return sum
    }

    /// Notes for a report whose figures and year are known.
    static func findings(in blocks: [Block], report: Report) -> [Finding] {
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        var seen: Set<Statement> = []
        return blocks.compactMap(\.text).flatMap { block in
            statements(in: block.text, year: report.year).compactMap { statement in
                guard seen.insert(statement).inserted,
                    let (code, readings) = contradiction(of: statement, in: figures)
                else { return nil }
                return Finding(
                    .proseDiffers,
                    [
                        .printed: statement.text, .number: "\(statement.number)",
                        .readings: distinct(readings.map(\.description)).joined(separator: " / "),
                    ], code: code.description, page: block.page, box: block.box)
            }
        }
    }
}

/// Each text once, in their order.
private func distinct(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
}

extension Substring {
    /// True where `word` stands at most `gap` characters before the end.
    fileprivate func ends(with word: String, gap: Int) -> Bool {
        suffix(gap + word.count).holds(word)
    }
}
