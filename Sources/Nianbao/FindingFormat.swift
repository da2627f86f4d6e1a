public import ReportStandard

/// The ways in which findings are written.
public enum FindingFormat: String, Hashable, Sendable, CaseIterable {
    /// Aligned columns under the name of each report, for people.
    case table
    /// One finding a row, with a header.
    case csv
    /// An array of objects.
    case json
    /// One finding a line.
    case ndjson

    /// `findings` as one text, ready to be written.
    ///
    /// - Parameters:
    ///   - findings: those of a report one after the other.
    ///   - width: cells of a line of a table.
    public func text(_ findings: [LocatedFinding], language: Language = .english, width: Int = 100) throws -> String {
        switch self {
        case .table: FindingTable(language: language, width: width).text(findings)
        case .csv: FindingLines.header + FindingLines.csv(findings, language: language)
        case .json: try JSONText.pretty(findings, language: language) + "\n"
        case .ndjson: try JSONText.lines(findings, language: language)
        }
    }
}

/// Findings as lines of CSV, so that a longer file can be made of parts.
package enum FindingLines {
    private static let columns = FindingColumns.all.columns(in: .csv)

    package static let header = CSVText(columns: columns).text

    package static func csv(_ findings: [LocatedFinding], language: Language = .english) -> String {
        var text = CSVText()
        for finding in findings { text.append(FindingRow(finding, language: language), in: columns) }
        return text.text
    }
}

/// Findings for a terminal, under the name of each report.
struct FindingTable {
    var language: Language
    var width: Int

    func text(_ findings: [LocatedFinding]) -> String {
        var groups: [(report: ReportIdentity, findings: [Finding])] = []
        for located in findings {
            if groups.last?.report != located.report { groups.append((located.report, [])) }
            groups[groups.count - 1].findings.append(located.finding)
        }
        let columns = findings.map { cells($0.finding) }
        let widths = (0..<3).map { column in columns.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return groups.map { group in
            ([title(group.report)] + group.findings.flatMap { lines($0, widths: widths) }).joined(separator: "\n")
                + "\n"
        }.joined(separator: "\n")
    }

    private func title(_ report: ReportIdentity) -> String {
        let number = Wording(zh: "第\(report.document)份报告", en: "report \(report.document)")[language]
        return [
            report.file, report.document > 1 ? number : nil, report.agency, report.year.map(String.init),
        ].compactMap(\.self).joined(separator: "  ")
    }

    private func cells(_ finding: Finding) -> [String] {
        let page = finding.page.map { Wording(zh: "第\($0)页", en: "page \($0)")[language] }
        return [finding.severity.wording[language], page ?? "", finding.kind.rawValue]
    }

    /// The message in what the other columns leave of the width, at least a third of it.
    private func lines(_ finding: Finding, widths: [Int]) -> [String] {
        let cells = zip(cells(finding), widths).filter { $1 > 0 }.map { DisplayWidth.padded($0, to: $1) }
        let start = "  " + cells.joined(separator: "  ") + "  "
        let indent = DisplayWidth.of(start)
        let message = DisplayWidth.wrapped(
            finding.message(in: language), to: max(width - indent, width / 3, 10))
        return message.enumerated().map { ($0 == 0 ? start : String(repeating: " ", count: indent)) + $1 }
    }
}
