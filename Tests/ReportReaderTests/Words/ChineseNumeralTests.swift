import Testing

@testable import ReportReader

@Suite("Years and numerals in Chinese digits")
struct ChineseNumeralTests {
    @Test(
        "a year is read in any digits",
        arguments: [
            ("2023", 2023), ("二〇二三", 2023), ("二○一九", 2019), ("二零二四", 2024), ("２０２１", 2021), ("1990", 1990),
            ("2100", 2100),
        ])
    func years(text: String, year: Int) {
        #expect(calendarYear(text) == year)
    }

    @Test(
        "a number that no report's year can be is none", arguments: ["1989", "2101", "0", "", "二千零二十三", "20a3", "202"])
    func noYears(text: String) {
        #expect(calendarYear(text) == nil)
    }

    @Test(
        "numerals up to ninety-nine",
        arguments: [("一", 1), ("九", 9), ("十", 10), ("十九", 19), ("三十", 30), ("四十七", 47), ("8", 8)])
    func numerals(text: String, number: Int) {
        #expect(numeral(text) == number)
    }

    @Test("other words are no numerals", arguments: ["", "百", "十十十", "一二", "甲"])
    func noNumerals(text: String) {
        #expect(numeral(text) == nil)
    }
}
