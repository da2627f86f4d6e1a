internal import DocumentModel
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
        case .csv: CSVText(header: Self.header).text + (try lines(findings, language: language))
        case .json: try JSONText.pretty(findings, language: language) + "\n"
        case .ndjson: try lines(findings, language: language)
        }
    }

    /// `findings` as lines below the header of the format, where it has one: a part of a longer file.
    package func lines(_ findings: [LocatedFinding], language: Language = .english) throws -> String {
        switch self {
        case .csv:
            var text = CSVText()
            for finding in findings { text.append(Self.row(finding, language: language)) }
            return text.text
        case .ndjson: return try findings.map { try JSONText.line($0, language: language) + "\n" }.joined()
        case .table, .json: preconditionFailure("\(self) has no lines of its own")
        }
    }

    package static let header = [
        "file", "document", "agency", "year", "kind", "severity", "message", "code", "left", "right", "page", "x0",
        "y0",
        "x1", "y1", "other_file", "other_document", "other_agency", "other_year", "other_page", "other_x0", "other_y0",
        "other_x1", "other_y1",
    ]

    private static func row(_ located: LocatedFinding, language: Language) -> [String] {
        let finding = located.finding
        let own =
            identity(located.report) + [
                finding.kind.rawValue, finding.severity.rawValue, finding.message(in: language), finding.code ?? "",
                finding.left.map { "\($0)" } ?? "", finding.right.map { "\($0)" } ?? "",
            ] + place(page: finding.page, box: finding.box)
        let other = located.other.map { identity($0.report) + place(page: $0.page, box: $0.box) } ?? []
        return own + other + [String](repeating: "", count: header.count - own.count - other.count)
    }

    private static func identity(_ report: ReportIdentity) -> [String] {
        [report.file, String(report.document), report.agency ?? "", report.year.map(String.init) ?? ""]
    }

    private static func place(page: Int?, box: Box?) -> [String] {
        let corners = box.map { [$0.x0, $0.y0, $0.x1, $0.y1].map { "\($0.roundedToHundredths)" } }
        return [page.map(String.init) ?? ""] + (corners ?? ["", "", "", ""])
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
