internal import ReportForms
internal import ReportStandard

extension Relation {
    func involves(_ code: IndicatorCode) -> Bool { left.contains(code) || right.contains(code) }

    /// True where every figure is shown, or a figure of its group stands in for it: a group printed as one row, or as its rows.
    func isComplete(_ isShown: (IndicatorCode) -> Bool) -> Bool {
        let shown = (left + right).filter(isShown)
        guard shown.count < left.count + right.count else { return true }
        return (left + right).allSatisfy { code in
            isShown(code) || shown.contains { $0.isAlternative(to: code) || code.isAlternative(to: $0) }
        }
    }

    func involves(any codes: Set<IndicatorCode>) -> Bool {
        !codes.isEmpty && (left + right).contains(where: codes.contains)
    }
}

extension IndicatorCode {
    /// True for the figure of a group in the same column as `inner`, a figure of one of its rows.
    func isAlternative(to inner: IndicatorCode) -> Bool {
        path.count < inner.path.count && path.last == inner.path.last && inner.path.starts(with: path.dropLast())
    }
}
