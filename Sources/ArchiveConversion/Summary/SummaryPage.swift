public import ReportStandard

/// A summary as one web page that needs nothing else: no network, and no script to be read.
struct SummaryPage {
    let summary: ArchiveSummary
    let language: Language

    var html: String {
        let title = Wording(
            zh: "政府信息公开工作年度报告：转换结果", en: "Annual reports on open government information: what was converted")
        return """
            <!DOCTYPE html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")" data-language="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="nianbao">
            <title>\(HTMLText.escaped(title[language]))</title>
            <style>
            \(String(decoding: PackageResources.summary_css, as: UTF8.self))</style>
            </head>
            <body>
            <header>
            <div><h1>\(HTMLText.both(title))</h1>\(span)</div>
            <button id="language" type="button" hidden><span class="en" lang="zh-CN">中文</span><span class="zh" lang="en">English</span></button>
            </header>
            <main>
            \(tiles)
            \(charts)
            \(SummaryLists(summary: summary).html)
            </main>
            <script>
            \(String(decoding: PackageResources.summary_js, as: UTF8.self))</script>
            </body>
            </html>

            """
    }

    /// From which year to which.
    private var span: String {
        let years = summary.groups.compactMap(\.year)
        guard let first = years.min(), let last = years.max() else { return "" }
        return "<p class=\"soft\">\(first == last ? "\(first)" : "\(first)–\(last)")</p>"
    }

    private var tiles: String {
        let total = summary.total
        func count(_ severity: Finding.Severity) -> Int { summary.findingCounts[severity.rawValue] ?? 0 }
        let findings = Finding.Severity.allCases.reversed().map { severity in
            "\(HTMLText.both(severity.wording)) \(HTMLText.number(count(severity)))"
        }
        let known = Wording(zh: "数据项已知", en: "of the forms' figures are known")
        let checks = Wording(
            zh: "共\(HTMLText.number(total.checks))项勾稽关系",
            en: "of \(HTMLText.number(total.checks)) checks of the reports' arithmetic")
        let duplicates = Wording(
            zh: "另有\(HTMLText.number(summary.duplicates))个内容重复",
            en: "\(HTMLText.number(summary.duplicates)) more have the content of another")
        let skipped = Wording(
            zh: "另有\(HTMLText.number(summary.files.skipped))个略过",
            en: "\(HTMLText.number(summary.files.skipped)) more were skipped")
        let others = (summary.duplicates > 0 ? [duplicates] : []) + (summary.files.skipped > 0 ? [skipped] : [])
        let tiles = [
            tile(("报告", "Reports"), HTMLText.number(total.documents)),
            tile(("完整率", "Completeness"), HTMLText.percent(total.completeness), HTMLText.both(known)),
            tile(("勾稽不符", "Failed checks"), HTMLText.number(total.checksFailed), HTMLText.both(checks)),
            tile(
                ("发现", "Findings"), HTMLText.number(summary.findingCounts.values.reduce(0, +)),
                findings.joined(separator: ", ")),
            tile(("离群值", "Outliers"), HTMLText.number(total.outliers)),
            tile(
                ("未能读取的文件", "Files that failed"), HTMLText.number(summary.failures.values.reduce(0, +)),
                others.isEmpty ? nil : others.map { HTMLText.both($0) }.joined(separator: "<br>")),
        ]
        return "<dl class=\"tiles\">\n\(tiles.joined(separator: "\n"))\n</dl>"
    }

    private func tile(_ name: (zh: String, en: String), _ number: String, _ explanation: String? = nil) -> String {
        "<div><dt>\(HTMLText.both(name.zh, name.en))</dt><dd>\(number)\(explanation.map { "<small>\($0)</small>" } ?? "")</dd></div>"
    }

    private var charts: String {
        guard !summary.groups.isEmpty else { return "" }
        let forms = summary.byForm.map(\.form)
        let names = forms.enumerated().map { color, form in
            "<li><i class=\"b\(min(color, 5))\"></i>\(form.map(HTMLText.escaped) ?? Self.unknownForm)</li>"
        }
        let legend = Self.statuses.map { "<li><i class=\"\($0.name)\"></i>\(HTMLText.both($0.wording))</li>" }.joined()
        return """
            <section>
            <h2 id="chart-title">\(HTMLText.both("各年度报告数（按格式）", "Reports by year and form"))</h2>
            <div class="card chart">
            \(YearChart(groups: summary.byYearAndForm, forms: forms).svg)
            <ul class="legend">\(names.joined())</ul>
            </div>
            </section>
            \(section(("按年度", "By year"), summary.byYear) { $0.year.map(String.init) ?? "?" })
            \(section(("按格式", "By form"), summary.byForm) { $0.form.map(HTMLText.escaped) ?? Self.unknownForm })
            \(section(("按机关层级", "By level of the agency"), summary.byLevel) { HTMLText.both($0.level.wording) })
            <ul class="legend">\(legend)</ul>
            """
    }

    private static let unknownForm = HTMLText.both("未识别出格式", "no known form")

    private static let statuses: [(count: @Sendable (ArchiveSummary.Group) -> Int, name: String, wording: Wording)] = [
        ({ $0.printed }, "printed", Wording(zh: "原文", en: "printed")),
        ({ $0.recovered }, "recovered", Wording(zh: "推得", en: "recovered")),
        ({ $0.blank }, "blank", Wording(zh: "空白", en: "blank")),
        ({ $0.suspect }, "suspect", Wording(zh: "存疑", en: "suspect")),
        ({ $0.missing }, "missing", Wording(zh: "缺失", en: "missing")),
    ]

    private func section(
        _ title: (zh: String, en: String), _ groups: [ArchiveSummary.Group], name: (ArchiveSummary.Group) -> String
    ) -> String {
        let heads = [
            ("报告", "Reports", ""), ("完整率", "Complete", ""), ("推得", "Recovered", " minor"), ("存疑", "Suspect", " minor"),
            ("缺失", "Missing", " minor"), ("勾稽不符", "Failed checks", ""), ("离群", "Outliers", ""),
        ]
        let rows = groups.map { row($0, name: name($0)) }
        return """
            <section>
            <h2>\(HTMLText.both(title.zh, title.en))</h2>
            <div class="card wide" tabindex="0" role="region" aria-label="\(HTMLText.escaped(language == .chinese ? title.zh : title.en))" \
            data-en="\(title.en)" data-zh="\(title.zh)">
            <table class="stats">
            <thead><tr><td></td>\(heads.map { "<th class=\"number\($0.2)\" scope=\"col\">\(HTMLText.both($0.0, $0.1))</th>" }.joined())\
            <th scope="col">\(HTMLText.both("数据项", "Figures"))</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </div>
            </section>
            """
    }

    private func row(_ group: ArchiveSummary.Group, name: String) -> String {
        func cell(_ text: String, _ kind: String = "") -> String { "<td class=\"number\(kind)\">\(text)</td>" }
        let cells = [
            cell(HTMLText.number(group.documents)), cell(HTMLText.percent(group.completeness)),
            cell(HTMLText.number(group.recovered), " minor"), cell(HTMLText.number(group.suspect), " minor"),
            cell(HTMLText.number(group.missing), " minor"),
            cell("\(HTMLText.number(group.checksFailed))<small>/\(HTMLText.number(group.checks))</small>"),
            cell(HTMLText.number(group.outliers)),
        ]
        let bars = Self.statuses.compactMap { status -> String? in
            let count = status.count(group)
            guard count > 0 else { return nil }
            let width = (Double(count) / Double(group.figures) * 10000).rounded() / 100
            return
                "<i class=\"\(status.name)\" style=\"width:\(width)%\" title=\"\(status.name): \(HTMLText.number(count))\"></i>"
        }
        let bar = bars.isEmpty ? "" : "<div class=\"bar\" aria-hidden=\"true\">\(bars.joined())</div>"
        return "<tr><th scope=\"row\">\(name)</th>\(cells.joined())<td class=\"figures\">\(bar)</td></tr>"
    }
}

extension ArchiveSummary {
    /// As one web page that needs nothing else, in both languages; `language` is the one it shows first.
    public func page(in language: Language) -> String { SummaryPage(summary: self, language: language).html }
}
