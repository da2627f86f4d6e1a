import Testing

@testable import OfficeReader

@Suite("Values by number formats")
struct NumberFormatTests {
    @Test(
        "numbers",
        arguments: [
            (12.0, "General", "12"), (12.5, "General", "12.5"), (-3.0, "General", "-3"), (0.1 + 0.2, "General", "0.3"),
            (12_345_678_901.0, "General", "12345678901"), (123_456_789_012.0, "General", "1.23457E+11"),
            (1234.56789012345, "General", "1234.56789"), (0.0000123456, "General", "0.0000123456"),
            (0.0, "General", "0"),
            (12.5, "0", "13"), (-12.5, "0", "-13"), (2.5, "0", "3"), (1.005, "0.00", "1.01"), (7.0, "000", "007"),
            (1234567.0, "#,##0", "1,234,567"), (999.0, "#,##0", "999"), (0.0, "#,##0", "0"), (0.0, "#", ""),
            (1234.5, "#,##0.00", "1,234.50"), (1234.5, "0.0#", "1234.5"), (0.5, "#.##", ".5"), (0.125, "0%", "13%"),
            (0.4567, "0.00%", "45.67%"), (12345.0, "0.00E+00", "1.23E+04"), (0.00012, "0.0E+0", "1.2E-4"),
            (99999.0, "0.0E+00", "1.0E+05"), (1234567.0, "#,##0,", "1,235"), (5.0, "0\"件\"", "5件"), (5.0, "0\\条", "5条"),
            (5.0, "G/通用格式\"件\"", "5件"), (5.0, "@", "5"), (-5.0, "0;(0)", "(5)"), (0.0, "0;-0;;@", ""),
            (3.0, "0;-0;;@", "3"),
            (0.0, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", " - "), (5.0, ";;;", ""), (7.0, "[Red]0", "7"),
            (7.0, "[<10]\"少\";0", "少"), (70.0, "[<10]\"少\";0", "70"), (-7.0, "[<0]\"负\"0;0", "负7"), (-0.2, "0", "0"),
            (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"), (15.0, "[DBNum1][$-804]General", "十五"), (1.0, "!(0)", "(1)"),
            (12345678.0, "000-0000", "1234-5678"), (0.5, "# ?/?", "0.5"), (1e300, "0.0E+0", "1.0E+300"), (5.0, "", ""),
        ])
    func numbers(number: Double, code: String, shown: String) {
        #expect(NumberFormat(code).text(of: number) == shown)
    }

    @Test(
        "days and times",
        arguments: [
            (45292.0, "yyyy/m/d", "2024/1/1"), (45351.0, "yyyy\"年\"m\"月\"d\"日\"", "2024年2月29日"),
            (45292.0, "yy-mm-dd", "24-01-01"), (45292.75, "yyyy-mm-dd hh:mm:ss", "2024-01-01 18:00:00"),
            (45292.75, "h:mm AM/PM", "6:00 PM"), (45292.25, "上午/下午h\"时\"mm\"分\"", "上午6时00分"), (1.5, "[h]:mm", "36:00"),
            (45292.0, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "二〇二四年一月一日"), (45292.0, "aaaa", "星期一"),
            (45292.0, "d-mmm-yy", "1-Jan-24"), (1.0, "yyyy/m/d", "1900/1/1"), (61.0, "yyyy/m/d", "1900/3/1"),
            (2_958_465.0, "yyyy-mm-dd", "9999-12-31"), (45292.0, "dddd", "Monday"), (0.5, "mm:ss", "00:00"),
        ])
    func days(number: Double, code: String, shown: String) {
        #expect(NumberFormat(code).text(of: number) == shown)
    }

    @Test("days may be counted from 1904; what is no day is not shown")
    func otherDays() {
        #expect(NumberFormat("yyyy-mm-dd").text(of: 0, startsIn1904: true) == "1904-01-01")
        #expect(NumberFormat("yyyy-mm-dd").text(of: -1) == nil)
        #expect(NumberFormat("yyyy-mm-dd").text(of: 1e12) == nil)
        #expect(NumberFormat("0").text(of: .infinity) == nil)
    }

    @Test(
        "texts",
        arguments: [("General", "甲"), ("@\"人\"", "甲人"), ("0;0;0;", ""), ("0;-0;;@", "甲"), ("0.00", "甲"), (";;;", "")])
    func texts(code: String, shown: String) { #expect(NumberFormat(code).text(of: "甲") == shown) }

    @Test("every format that workbooks have shows a number")
    func builtIn() throws {
        for id in 0..<164 {
            guard let code = NumberFormat.builtIn(id) else { continue }
            #expect(NumberFormat(code).text(of: 45292.5)?.isEmpty == false, "format \(id)")
        }
        #expect(NumberFormat.builtIn(163) == nil)
        #expect(NumberFormat(try #require(NumberFormat.builtIn(41))).text(of: 1234)?.trimmed == "1,234")
    }

    @Test(
        "no code is too strange",
        arguments: ["[", "\"", "\\", "_", "*", "[>", "[$", "[DBNum", "E+", "0E+", "....", ",,,0,,,", "???/", ";;;;;;;"])
    func strange(code: String) {
        for number in [0, -1.5, 1e15, 1e-300, Double.greatestFiniteMagnitude] {
            #expect(NumberFormat(code).text(of: number)?.count ?? 0 < 400)
        }
    }
}
