public import ReportStandard

/// The code book of findings.
public enum FindingBook {
    static let header = ["kind", "severity", "meaning_zh", "meaning_en"]

    static let rows = Finding.Kind.allCases.map {
        [$0.rawValue, $0.severity.rawValue, $0.meaning.zh, $0.meaning.en]
    }

    /// Every kind with its usual severity and its meaning, in the format of findings: a table has the meaning in `language` only.
    public static func text(_ format: FindingFormat, language: Language) throws -> String {
        let objects = rows.map { Dictionary(zip(header, $0)) { first, _ in first } }
        switch format {
        case .csv: return CSVText.text(header: header, rows: rows)
        case .json: return try JSONText.pretty(objects) + "\n"
        case .ndjson: return try JSONText.lines(objects)
        case .table:
            let kinds = Finding.Kind.allCases.map {
                [$0.rawValue, $0.severity.wording[language], $0.meaning[language]]
            }
            let widths = (0..<2).map { column in kinds.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
            return kinds.map { cells in
                (zip(cells, widths).map { DisplayWidth.padded($0, to: $1) } + [cells[2]]).joined(separator: "  ") + "\n"
            }.joined()
        }
    }
}
