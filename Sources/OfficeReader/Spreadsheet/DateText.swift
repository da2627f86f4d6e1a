/// A day and a time as a workbook counts them.
struct DateText {
    private let year: Int
    private let month: Int
    private let day: Int
    /// From 0, Sunday.
    private let weekday: Int
    /// Since midnight.
    private let seconds: Int
    /// Since the day before the first.
    private let allSeconds: Int

    /// - Parameter number: days; the first is 1 January 1900, or 2 January 1904.
    /// - Returns: nil for a number that is no day.
    init?(_ number: Double, startsIn1904: Bool) {
        guard number >= 0, number < 2_958_466 else { return nil }
        allSeconds = Int((number * 86_400).rounded())
        let count = allSeconds / 86_400
        seconds = allSeconds % 86_400
        // Days since 1 March of the year 0. Workbooks have a 29 February 1900.
        let days = (startsIn1904 ? count + 1462 : count < 60 ? count + 1 : count) + 693_899
        weekday = (count + (startsIn1904 ? 5 : 6)) % 7
        let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    func text(_ section: NumberFormatSection) -> String {
        let tokens = section.tokens
        let isHalved = tokens.contains { if case .date(let letters) = $0 { letters.contains("/") } else { false } }
        var text = ""
        for (place, token) in tokens.enumerated() {
            switch token {
            case .literal(let literal): text += literal
            case .slash: text += "/"
            case .point: text += "."
            case .comma: text += ","
            case .elapsed(let letters): text += elapsed(letters)
            case .date(let letters):
                let isMinute = letters.first == "m" && Self.isTime(tokens, at: place)
                text += part(letters, isMinute: isMinute, isHalved: isHalved, numerals: section.numerals)
            default: break
            }
        }
        return text
    }

    /// `m` means minutes behind hours and before seconds.
    private static func isTime(_ tokens: [NumberFormatSection.Token], at place: Int) -> Bool {
        func letter(_ token: NumberFormatSection.Token) -> Character? {
            switch token {
            case .date(let letters), .elapsed(let letters): letters.contains("/") ? nil : letters.first
            default: nil
            }
        }
        let before = tokens[..<place].reversed().lazy.compactMap(letter).first
        let after = tokens[(place + 1)...].lazy.compactMap(letter).first
        return before == "h" || after == "s"
    }

    private func part(_ letters: String, isMinute: Bool, isHalved: Bool, numerals: Int?) -> String {
        switch letters {
        case "am/pm", "a/p": return seconds < 43_200 ? "AM" : "PM"
        case "上午/下午": return seconds < 43_200 ? "上午" : "下午"
        case "yy": return counted(year % 100, width: 2, numerals: nil)
        case _ where letters.hasPrefix("y") || letters.hasPrefix("e"):
            guard numerals == 1 || numerals == 2 else { return "\(year)" }
            return ListNumber.text(year, format: "ideographDigital") ?? "\(year)"
        case "mmm": return Self.months[month - 1].prefix(3).description
        case "mmmm": return Self.months[month - 1]
        case "ddd": return Self.weekdays[weekday].prefix(3).description
        case "dddd": return Self.weekdays[weekday]
        case "aaa": return String(Array("日一二三四五六")[weekday])
        case "aaaa": return "星期" + String(Array("日一二三四五六")[weekday])
        default: break
        }
        let hour = seconds / 3600
        let value =
            switch letters.first {
            case "m": isMinute ? seconds / 60 % 60 : month
            case "d": day
            case "h": isHalved ? (hour + 11) % 12 + 1 : hour
            default: seconds % 60
            }
        return counted(value, width: letters.count, numerals: numerals)
    }

    private func counted(_ value: Int, width: Int, numerals: Int?) -> String {
        if numerals == 1, let text = ListNumber.text(value, format: "chineseCounting") { return text }
        return String(repeating: "0", count: max(0, min(width, 2) - "\(value)".count)) + "\(value)"
    }

    private func elapsed(_ letters: String) -> String {
        let value =
            switch letters.first {
            case "h": allSeconds / 3600
            case "m": allSeconds / 60
            default: allSeconds
            }
        return counted(value, width: letters.count, numerals: nil)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
