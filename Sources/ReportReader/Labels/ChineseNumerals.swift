/// A year in digits or in Chinese digits (2023, 二〇二三); nil for anything else or a year no report can have.
func calendarYear(_ text: some StringProtocol) -> Int? {
    var value = 0
    for character in text {
        guard let digit = digits[character] ?? character.wholeNumberValue else { return nil }
        value = value * 10 + digit
    }
    return (1990...2100).contains(value) ? value : nil
}

/// The number of a heading: 一 to 二十; nil for anything else.
func numeral(_ text: some StringProtocol) -> Int? {
    if let number = Int(text) { return number }
    let characters = Array(text)
    switch characters.count {
    case 1: return characters[0] == "十" ? 10 : digits[characters[0]]
    case 2 where characters[0] == "十": return digits[characters[1]].map { 10 + $0 }
    case 2 where characters[1] == "十": return digits[characters[0]].map { 10 * $0 }
    case 3 where characters[1] == "十":
        guard let tens = digits[characters[0]], let ones = digits[characters[2]] else { return nil }
        return tens * 10 + ones
    default: return nil
    }
}

private let digits: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "Ｏ": 0, "O": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
]
