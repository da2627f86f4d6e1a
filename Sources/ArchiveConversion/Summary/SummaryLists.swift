internal import ReportStandard

/// The parts of the page that name files: what was found, what stands far out, what failed.
struct SummaryLists {
    let summary: ArchiveSummary

    var html: String { [findings, outliers, failures, skipped].filter { !$0.isEmpty }.joined(separator: "\n") }

    private struct Column {
        var zh: String
        var en: String
        var kind = ""
    }

    private var findings: String {
        let severities = Finding.Severity.allCases.reversed().filter { severity in
            summary.findings.contains { $0.severity == severity }
        }
        let kinds = Finding.Kind.allCases.filter { kind in summary.findings.contains { $0.kind == kind } }
        let rows = summary.findings.map { item in
            let severity =
                "<td data-key=\"\(Self.rank(item.severity))\"><span class=\"severity \(item.severity.rawValue)\">"
                + "\(HTMLText.both(item.severity.wording))</span></td>"
            let message =
                "<td class=\"full\">\(HTMLText.both(Wording(zh: item.messageChinese, en: item.messageEnglish)))"
                + "<br><code>\(item.kind.rawValue)</code></td>"
            return "<tr data-severity=\"\(item.severity.rawValue)\" data-kind=\"\(item.kind.rawValue)\">" + severity
                + year(item.year) + "<td>\(HTMLText.escaped(item.agency ?? ""))</td>" + message
                + labelled("页", "page", item.page.map(String.init) ?? "")
                + file(item.file, item.document) + "</tr>"
        }
        let choices =
            choice("severity", ("所有程度", "all severities"), severities.map { ($0.rawValue, $0.wording) })
            + choice(
                "kind", ("所有类型", "all kinds"), kinds.map { ($0.rawValue, Wording(zh: $0.rawValue, en: $0.rawValue)) })
        let count = summary.findingCounts.values.reduce(0, +)
        let hint = Wording(
            zh: "共\(HTMLText.number(count))项发现，此处为其中最要紧的\(HTMLText.number(summary.findings.count))项；全部见输出文件。",
            en:
                "These are the \(HTMLText.number(summary.findings.count)) that matter most of \(HTMLText.number(count)); the outputs have all."
        )
        return list(
            ("发现", "Findings"), hint: count > summary.findings.count ? hint : nil, choices: choices,
            columns: [
                Column(zh: "程度", en: "Severity"), Column(zh: "年度", en: "Year"), Column(zh: "机关", en: "Agency"),
                Column(zh: "说明", en: "What was found"), Column(zh: "页", en: "Page", kind: "number"),
                Column(zh: "文件", en: "File"),
            ], rows: rows)
    }

    private var outliers: String {
        let rows = summary.outliers.map { outlier in
            let comparison =
                switch outlier.comparison {
                case .peers: Wording(zh: "同类报告中位数", en: "median of its peers")
                case .yearBefore: Wording(zh: "上一年度", en: "the year before")
                }
            return "<tr>" + year(outlier.year) + "<td>\(HTMLText.escaped(outlier.agency ?? ""))</td>"
                + "<td class=\"full\">\(HTMLText.both(Wording(zh: outlier.labelChinese, en: outlier.labelEnglish)))"
                + "<br><code>\(HTMLText.escaped(outlier.code))</code></td>"
                + "<td class=\"number\" data-key=\"\(outlier.value)\"><strong>\(HTMLText.number(outlier.value))</strong></td>"
                + "<td class=\"number\" data-key=\"\(outlier.usual)\">\(HTMLText.number(outlier.usual)) "
                + "<small>\(HTMLText.both(comparison))</small></td>" + file(outlier.file, outlier.document) + "</tr>"
        }
        let growth = HTMLText.number(OutlierSearch.leastGrowth)
        let hint = Wording(
            zh: "为上一年度的\(growth)倍以上或不足其\(growth)分之一，或与同年度、同格式、同层级报告（至少\(OutlierSearch.leastPeers)份）的中位数"
                + "相差同样悬殊（对数尺度上修正Z分数大于\(OutlierSearch.mostScore)）。可能是误读，也可能值得留意。",
            en:
                "At least \(growth) times the year before, or a tenth of it; or as far from the median of the reports on the same year, by the "
                + "same form, on the same level (at least \(OutlierSearch.leastPeers) of them; modified z-score of the logarithm beyond "
                + "\(OutlierSearch.mostScore)). To be looked at: a misreading, or news.")
        return list(
            ("离群值", "Outliers"), hint: hint, choices: "",
            columns: [
                Column(zh: "年度", en: "Year"), Column(zh: "机关", en: "Agency"), Column(zh: "数据项", en: "Figure"),
                Column(zh: "数值", en: "Value", kind: "number"), Column(zh: "通常", en: "Usual", kind: "number"),
                Column(zh: "文件", en: "File"),
            ], rows: rows)
    }

    private var failures: String { causes(("未能读取的文件", "Files that failed"), of: summary.failed) }

    private var skipped: String { causes(("略过的文件", "Files that were skipped"), of: summary.skipped) }

    private func causes(_ title: (zh: String, en: String), of files: [ArchiveSummary.Failure]) -> String {
        let rows = files.map { failure in
            "<tr>" + file(failure.file, 1)
                + "<td class=\"full\">\(HTMLText.escaped(failure.detail))<br><code>\(failure.failure)</code></td></tr>"
        }
        return list(
            title, hint: nil, choices: "",
            columns: [Column(zh: "文件", en: "File"), Column(zh: "原因", en: "Cause")], rows: rows)
    }

    private func list(
        _ title: (zh: String, en: String), hint: Wording?, choices: String, columns: [Column], rows: [String]
    ) -> String {
        guard !rows.isEmpty else { return "" }
        let heads = columns.map {
            "<th scope=\"col\"\($0.kind.isEmpty ? "" : " class=\"\($0.kind)\"")>\(HTMLText.both($0.zh, $0.en))</th>"
        }
        return """
            <section class="listed">
            <h2>\(HTMLText.both(title.zh, title.en))</h2>
            \(hint.map { "<p class=\"hint\">\(HTMLText.both($0))</p>" } ?? "")
            <div class="filter" hidden><input type="search" aria-label="" data-en="Search" data-zh="搜索">\(choices)\
            <span class="shown soft" role="status"></span></div>
            <div class="card wide">
            <table class="list">
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </div>
            <button class="more" type="button" hidden>\(HTMLText.both("显示更多", "Show more"))</button>
            </section>
            """
    }

    private func choice(_ name: String, _ all: (zh: String, en: String), _ values: [(String, Wording)]) -> String {
        guard values.count > 1 else { return "" }
        let options = values.map { value, wording in
            "<option value=\"\(value)\" data-en=\"\(wording.en)\" data-zh=\"\(wording.zh)\">\(wording.en)</option>"
        }
        return "<select name=\"\(name)\" aria-label=\"\(name)\">"
            + "<option value=\"\" data-en=\"\(all.en)\" data-zh=\"\(all.zh)\">\(all.en)</option>\(options.joined())</select>"
    }

    private func year(_ year: Int?) -> String { "<td class=\"short\">\(year.map(String.init) ?? "")</td>" }

    private func labelled(_ zh: String, _ en: String, _ text: String) -> String {
        text.isEmpty
            ? "<td class=\"number\"></td>"
            : "<td class=\"number\" data-label=\"\(en)\" data-labelen=\"\(en)\" data-labelzh=\"\(zh)\">\(text)</td>"
    }

    private func file(_ path: String, _ document: Int) -> String {
        let number = document > 1 ? " " + HTMLText.both("第\(document)份", "report \(document)") : ""
        return "<td class=\"full file\">\(HTMLText.escaped(path))\(number)</td>"
    }

    /// The gravest first.
    private static func rank(_ severity: Finding.Severity) -> Int {
        Finding.Severity.allCases.reversed().firstIndex(of: severity) ?? 0
    }
}
