internal import Conversion

extension ArchiveSummary {
    private static let header = [
        "year", "form", "documents", "figures", "complete", "recovered", "blank", "suspect", "missing", "checks",
        "failed",
    ]

    /// The summary of the last finished run with the ledger at `path`; nil where there is none.
    public init?(ledger path: String) throws(OutputError) {
        guard let summary = try Ledger(path: path).summary else { return nil }
        self = summary
    }

    /// For people: a row a group, the sum of all, and the failures.
    public var table: String {
        var rows = [Self.header]
        for group in groups { rows.append(Self.row(group)) }
        if groups.count > 1 { rows.append(Self.row(total, year: "all", form: "")) }
        let widths = Self.header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var text = ""
        for row in rows {
            let cells = zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column < 2 ? cell.0 + padding : padding + cell.0
            }
            text += cells.joined(separator: "  ") + "\n"
        }
        for (name, count) in failures.sorted(by: { $0.key < $1.key }) { text += "failed (\(name)): \(count)\n" }
        if duplicates > 0 { text += "same content as another file: \(duplicates)\n" }
        return text
    }

    /// As an object.
    public var json: String { get throws { try JSONText.pretty(self) + "\n" } }

    private var total: Group {
        groups.reduce(into: Group()) { sum, group in
            sum.documents += group.documents
            sum.printed += group.printed
            sum.recovered += group.recovered
            sum.blank += group.blank
            sum.suspect += group.suspect
            sum.missing += group.missing
            sum.checks += group.checks
            sum.checksFailed += group.checksFailed
        }
    }

    private static func row(_ group: Group, year: String? = nil, form: String? = nil) -> [String] {
        let complete = group.completeness.map { "\(($0 * 1000).rounded(.down) / 10)%" } ?? "-"
        return [
            year ?? group.year.map(String.init) ?? "?", form ?? group.form ?? "?", "\(group.documents)",
            "\(group.figures)", complete, "\(group.recovered)", "\(group.blank)", "\(group.suspect)",
            "\(group.missing)", "\(group.checks)", "\(group.checksFailed)",
        ]
    }
}
