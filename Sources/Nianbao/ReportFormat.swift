public import ReportForms
public import ReportStandard

/// The ways in which reports are written.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// One report as an object, several as an array.
    case json
    /// One report a line.
    case ndjson
    /// One figure a row, with a header.
    case csv

    /// `reports` as one text, ready to be written; the messages of their findings in `language`.
    public func text(_ reports: [Report], forms: FormLibrary, language: Language = .english) throws -> String {
        switch self {
        case .json:
            return try
                (reports.count == 1
                ? JSONText.pretty(reports[0], language: language) : JSONText.pretty(reports, language: language)) + "\n"
        case .ndjson:
            return try JSONText.lines(reports, language: language)
        case .csv:
            let table = FigureTable(forms: forms)
            var csv = CSVText(columns: FigureTable.columns)
            for report in reports { csv.append(report, of: table) }
            return csv.text
        }
    }
}
