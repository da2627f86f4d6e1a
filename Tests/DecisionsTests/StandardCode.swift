import ReportStandard

extension IndicatorCode: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
