internal import DocumentModel
internal import ReportStandard

extension Period {
    /// The period that a text names: 自2024年1月1日起至2024年12月31日止, also with characters lost (自20231月1日起至202312月31日止).
    init?(in text: String) {
        guard text.holds("月") else { return nil }
        let folded = folded(text).filter { !$0.isWhitespace }
        // After the dates most lines that name a month drop out, and with them the cost of the expression.
        guard folded.holds("12月31日") else { return nil }
        let pattern =
            #/(?<from>\d{4})年?(?:度)?0?1月0?1日(?:起|开始)?[,，]?(?:至|到|-|—|－|–|~|～|—)+(?<to>\d{4})?年?(?:度)?12月31日/#
        guard let match = folded.firstMatch(of: pattern), let from = calendarYear(match.output.from) else { return nil }
        let to = match.output.to.flatMap { calendarYear($0) } ?? from
        guard to >= from else { return nil }
        self.init(from: "\(from)-01-01", to: "\(to)-12-31")
    }

    /// The year it covers, where it is one year.
    var year: Int? {
        let (first, last) = (from.prefix(4), to.prefix(4))
        return first == last ? Int(first) : nil
    }
}
