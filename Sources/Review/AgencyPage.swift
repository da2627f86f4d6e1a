internal import Foundation
internal import ReportStandard

/// What an agency has to answer, as one page for printing: in Chinese, with the picture of each place, and nothing else needed.
struct AgencyPage {
    let findings: AgencyFindings
    /// The picture of a question's place, as PNG; nil where there is none.
    let picture: (AgencyFindings.Question) -> Data?

    var html: String {
        let agency = findings.agency ?? "（报告未写明机关）"
        let years = findings.questions.compactMap(\.report.year)
        let span = Set(years).sorted().map { "\($0)" }.joined(separator: "、")
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="nianbao">
            <title>\(Self.escaped(agency))：政府信息公开工作年度报告核查问题</title>
            <style>
            \(Self.style)</style>
            </head>
            <body>
            <h1>政府信息公开工作年度报告核查问题</h1>
            <p><strong>\(Self.escaped(agency))</strong>\(span.isEmpty ? "" : "，\(span)年度")，共\(findings.questions.count)项，请逐项答复。</p>
            <ol>
            \(findings.questions.map(item).joined(separator: "\n"))
            </ol>
            <p class="end">答复人：<span class="line"></span>　日期：<span class="line"></span></p>
            </body>
            </html>

            """
    }

    private func item(_ question: AgencyFindings.Question) -> String {
        let report = question.report
        let place = [
            report.year.map { "\($0)年度" }, report.source.file, question.page.map { "第\($0)页" },
        ].compactMap(\.self).joined(separator: "，")
        let image = picture(question).map {
            "<img alt=\"原文所在位置\" src=\"data:image/png;base64,\($0.base64EncodedString())\">"
        }
        let note = question.note.map {
            "<p class=\"note\">核查说明：\(Self.escaped($0))\(question.reviewer.map { "（\(Self.escaped($0))）" } ?? "")</p>"
        }
        return """
            <li>
            <p>\(Self.escaped(question.text.zh))</p>
            <p class="soft">\(Self.escaped(question.kind.zh))。\(Self.escaped(place))</p>
            \([note, image].compactMap(\.self).joined(separator: "\n"))
            <p class="answer">答复：</p>
            </li>
            """
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static let style = """
        body { font: 12pt/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff; }
        h1 { font-size: 18pt; text-align: center; }
        li { margin: 1.2em 0; break-inside: avoid; }
        p { margin: .3em 0; }
        .soft { color: #444; font-size: 10.5pt; overflow-wrap: anywhere; }
        .note { border-left: 3px solid #888; padding-left: .6em; }
        img { display: block; max-width: 100%; max-height: 9cm; margin: .5em 0; border: 1px solid #999; }
        .answer { border-bottom: 1px solid #000; min-height: 3.2em; }
        .line { display: inline-block; min-width: 9em; border-bottom: 1px solid #000; }
        .end { margin-top: 3em; text-align: right; }
        @page { margin: 2cm; }

        """
}
