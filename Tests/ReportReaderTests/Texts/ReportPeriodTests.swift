import ReportStandard
import Testing

@testable import ReportReader

@Suite("The period in a sentence")
struct ReportPeriodTests {
    @Test(
        "a whole year is read in the wordings that reports use",
        arguments: [
            "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
            "本报告中所列数据的统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止。",
            "统计时段为2023年1月1日至2023年12月31日。",
            "统计期限从２０２３年１月１日到２０２３年１２月３１日",
            "自2023年1月1日至12月31日",
            "2023年1月1日-2023年12月31日", "2023年1月1日—2023年12月31日", "2023年1月1日——2023年12月31日",
            "2023年1月1日–2023年12月31日", "2023年1月1日－2023年12月31日", "2023年1月1日~2023年12月31日",
            "2023年1月1日～2023年12月31日", "2023年1月1日－12月31日", "2023年1月1日开始至2023年12月31日",
        ])
    func wordings(text: String) {
        #expect(Period(in: text) == Period(from: "2023-01-01", to: "2023-12-31"))
    }

    @Test(
        "days and months may have a leading zero",
        arguments: [
            "自2023年01月01日起至2023年12月31日止", "2023年01月01日-2023年12月31日",
        ])
    func leadingZeros(text: String) {
        #expect(Period(in: text) == Period(from: "2023-01-01", to: "2023-12-31"))
    }

    @Test("a comma may part the beginning from the end")
    func comma() {
        #expect(
            Period(in: "自2023年1月1日起，至2023年12月31日止") == Period(from: "2023-01-01", to: "2023-12-31"))
    }

    @Test(
        "lost characters do not hide the years",
        arguments: [
            "自20231月1日起至202312月31日止", "自2023年1月1日起至202312月31日止", "自20231月1日至2023年12月31日", "2023年度1月1日至12月31日",
        ])
    func lostCharacters(text: String) {
        #expect(Period(in: text) == Period(from: "2023-01-01", to: "2023-12-31"))
    }

    @Test("two years stay two years")
    func twoYears() throws {
        let period = try #require(Period(in: "自2022年1月1日起至2023年12月31日止"))
        #expect(period == Period(from: "2022-01-01", to: "2023-12-31"))
        #expect(period.year == nil)
        #expect(Period(from: "2023-01-01", to: "2023-12-31").year == 2023)
    }

    @Test(
        "other dates are no period",
        arguments: [
            "2023年1月31日前公布", "截至2023年12月31日，共公开信息65条", "自2023年12月31日至2023年1月1日", "2023年1月1日施行", "",
            "自2023年1月1日起至2022年12月31日止", "自3023年1月1日起至3023年12月31日止",
        ])
    func noPeriod(text: String) {
        #expect(Period(in: text) == nil)
    }
}
