internal import Nianbao
public import ReportStandard

extension ArchiveSummary {
    /// The summary of the last finished run with the ledger at `path`; nil where there is none.
    public init?(ledger path: String) throws(OutputError) {
        guard let summary = try Ledger(path: path, isReadOnly: true).summary else { return nil }
        self = summary
    }

    /// As an object.
    public var json: String { get throws { try JSONText.pretty(self) + "\n" } }

    /// For people: a row a year and form, the sum of all, a row a level, and what failed.
    public func table(in language: Language) -> String {
        let all = Wording(zh: "合计", en: "all")[language]
        var years = byYearAndForm.map { Row([$0.year.map(String.init) ?? "?", $0.form ?? "?"], $0) }
        if years.count > 1 { years.append(Row([all, ""], total)) }
        let levels = byLevel.map { Row([$0.level.wording[language]], $0) }
        var text = Self.table(years, [Wording(zh: "年度", en: "year"), Wording(zh: "格式", en: "form")], language)
        text += "\n" + Self.table(levels, [Wording(zh: "层级", en: "level")], language)
        let counts = Finding.Severity.allCases.reversed().compactMap { severity in
            findingCounts[severity.rawValue].map { "\(severity.wording[language]) \($0)" }
        }
        if !counts.isEmpty {
            text += "\n" + Wording(zh: "发现：", en: "findings: ")[language] + counts.joined(separator: ", ") + "\n"
        }
        text +=
            Wording(
                zh:
                    "文件：\(files.all)（已读\(files.read)，未能读取\(files.failed)，内容重复\(files.duplicate)，略过\(files.skipped)）",
                en:
                    "files: \(files.all) (read \(files.read), failed \(files.failed), duplicate \(files.duplicate), skipped \(files.skipped))"
            )[language] + "\n"
        if duplicates > 0 {
            text += Wording(zh: "与另一文件内容相同：", en: "same content as another file: ")[language] + "\(duplicates)\n"
        }
        for (name, count) in failures.sorted(by: { $0.key < $1.key }) {
            text += Wording(zh: "未能读取（\(name)）：", en: "failed (\(name)): ")[language] + "\(count)\n"
        }
        for (name, count) in skips.sorted(by: { $0.key < $1.key }) {
            text += Wording(zh: "略过（\(name)）：", en: "skipped (\(name)): ")[language] + "\(count)\n"
        }
        return text
    }

    private struct Row {
        var names: [String]
        var group: Group

        init(_ names: [String], _ group: Group) {
            self.names = names
            self.group = group
        }

        var cells: [String] {
            let complete = group.completeness.map { "\(($0 * 1000).rounded(.down) / 10)%" } ?? "-"
            return names
                + [
                    "\(group.documents)", "\(group.figures)", complete, "\(group.recovered)", "\(group.blank)",
                    "\(group.suspect)", "\(group.missing)", "\(group.checks)", "\(group.checksFailed)",
                    "\(group.outliers)",
                ]
        }
    }

    private static let columns = [
        Wording(zh: "报告", en: "documents"), Wording(zh: "数据项", en: "figures"), Wording(zh: "完整率", en: "complete"),
        Wording(zh: "推得", en: "recovered"), Wording(zh: "空白", en: "blank"), Wording(zh: "存疑", en: "suspect"),
        Wording(zh: "缺失", en: "missing"), Wording(zh: "勾稽", en: "checks"), Wording(zh: "不符", en: "failed"),
        Wording(zh: "离群", en: "outliers"),
    ]

    private static func table(_ rows: [Row], _ names: [Wording], _ language: Language) -> String {
        let cells = [(names + columns).map { $0[language] }] + rows.map(\.cells)
        let widths = cells[0].indices.map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return cells.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - DisplayWidth.of(cell.0))
                return column < names.count ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
