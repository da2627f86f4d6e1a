internal import DocumentModel

/// The year that a report's sentences speak of, where they all speak of the same: 截止2023年12月31日, or 2023年，我局… at the start of a
/// sentence. What an agency is going to do next year says nothing.
func proseYear(of blocks: [Block]) -> Int? {
    var years = Set<Int>()
    for text in blocks.lazy.compactMap(\.text?.text) where text.contains("年") {
        for sentence in folded(text).filter({ !$0.isWhitespace }).split(whereSeparator: { "。;；".contains($0) })
        where !sentence.contains("将") && !sentence.contains("计划") {
            for match in sentence.matches(of: #/(?:截[止至]|^|况)(?<year>\d{4})年(?:12月31日|度?[,，])/#) {
                if let year = calendarYear(match.output.year) { years.insert(year) }
            }
        }
    }
    return years.count == 1 ? years.first : nil
}
