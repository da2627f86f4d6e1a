internal import DocumentModel
internal import ReportForms

/// The year that a report's sentences speak of, where they all speak of the same: 截止2023年12月31日, 2023年，我局… at the start of a
/// sentence, or 主动公开2023年政府信息11条, the year of what is counted. What an agency is going to do next year says nothing.
func proseYear(of blocks: [Block], words: ReportWords.Years) -> Int? {
    let patterns = words.regexes
    var years = Set<Int>()
    for text in blocks.lazy.compactMap(\.text?.text) where text.holds("年") {
        for sentence in foldedWithoutBlanks(text).split(whereSeparator: { "。;；".contains($0) })
        where !words.plans.contains(where: sentence.holds) {
            let named = patterns.flatMap { sentence.matches(of: $0).map(\.output.year) }
            years.formUnion(named.compactMap(calendarYear))
        }
    }
    return years.count == 1 ? years.first : nil
}
