internal import DocumentModel

/// The year that a report's sentences speak of, where they all speak of the same: 截止2023年12月31日, 2023年，我局… at the start of a
/// sentence, or 主动公开2023年政府信息11条, the year of what is counted. What an agency is going to do next year says nothing.
func proseYear(of blocks: [Block]) -> Int? {
    var years = Set<Int>()
    for text in blocks.lazy.compactMap(\.text?.text) where text.holds("年") {
        for sentence in foldedWithoutBlanks(text).split(whereSeparator: { "。;；".contains($0) })
        where !sentence.holds("将") && !sentence.holds("计划") {
            let named = sentence.matches(of: #/(?:截[止至]|^|况)(?<year>\d{4})年(?:12月31日|度?[,，])/#).map(\.output.year)
            let counted = sentence.matches(of: #/(?:公开|收到|受理|办理)了?(?<year>\d{4})年度?(?:各类)?(?:政府信息|申请)/#)
            years.formUnion((named + counted.map(\.output.year)).compactMap(calendarYear))
        }
    }
    return years.count == 1 ? years.first : nil
}
