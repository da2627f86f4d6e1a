import ReportStandard
import Testing

@Suite("A figure by its code")
struct ReportSubscriptTests {
    private let report = Report(
        source: Source(file: "a.pdf", sha256: "", kind: .pdf),
        figures: [
            .init(
                code: IndicatorCode("requests.new.total"), figure: Figure(value: 18, status: .printed, printed: "18")),
            .init(
                code: IndicatorCode("requests.other.total"), figure: Figure(value: 1, status: .printed, printed: "1")),
            .init(
                code: IndicatorCode("requests.other.other.total"),
                figure: Figure(value: 2, status: .printed, printed: "2")),
        ])

    @Test(
        "a code gives its own figure, not that of a longer or shorter one",
        arguments: [("requests.new.total", 18), ("requests.other.total", 1), ("requests.other.other.total", 2)])
    func found(code: String, value: Int) {
        #expect(report[code]?.value == .init(value))
    }

    @Test(
        "a code that the report does not have gives nothing",
        arguments: ["requests.new", "requests.new.total.value", "new.total", "requests.other.fee_unpaid.total", ""])
    func absent(code: String) {
        #expect(report[code] == nil)
    }
}
