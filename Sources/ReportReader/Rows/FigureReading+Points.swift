internal import DocumentModel
internal import ReportForms
internal import ReportStandard

extension FigureReading {
    /// Reads the points of a count as commas: counts have no decimals, and a coarse scan has left no tail of the comma. Sums tell whether
    /// that is so. An amount of money may have three decimals.
    ///
    /// - Parameter unit: what the form counts.
    mutating func takePointsForCommas(unit: String?) {
        guard evidence.text.certainty != nil, let unit, unit != Form.unitAsPrinted, !unit.contains("元"),
            figure.value != nil, let printed = figure.printed, let value = FigureText.groupedByPoints(printed)
        else { return }
        figure.value = value
        doubt(.readOnce)
    }
}
