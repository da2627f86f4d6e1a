import Foundation
import TestSupport
import Testing

@Suite("nianbao summary")
struct SummaryTests {
    private let files: TemporaryFolder

    /// Twenty reports of townships on one year, of which one has a hundred times as many requests as the others.
    init() throws {
        files = try TemporaryFolder()
        try FileManager.default.createDirectory(at: files.url("in"), withIntermediateDirectories: true)
        let text = try String(contentsOfFile: Project.sample("town-2024-cells.txt"), encoding: .utf8)
        for number in 0..<20 { try files.write("in/\(number).txt", try Self.report(text, number)) }
        try files.write("in/broken<&>.pdf", "nothing")
    }

    private static func report(_ text: String, _ number: Int) throws -> String {
        let name = "纸鸢县\(["东", "西", "南", "北"][number % 4])\(["山", "河", "湖", "原", "溪"][number / 4])镇人民政府"
        let factor = number == 7 ? 100 : 1
        return text.replacing("纸鸢县落霞镇人民政府", with: name).replacing(#/(^|\n)(\d+)(?=\r?\n)/#) { match in
            "\(match.output.1)\((Int(match.output.2) ?? 0) * factor)"
        }
    }

    private func convert() async throws {
        let run = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--quiet")
        #expect(run.status == 2)
    }

    @Test("by year, form and level it counts what there is, in the language asked for")
    func counts() async throws {
        try await convert()
        let english = try await files.tool.run("summary", "out.ndjson", "--language", "en")
        let words = english.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(words[0].prefix(3) == ["year", "form", "documents"])
        #expect(words[1].prefix(3) == ["2024", "2021", "20"])
        #expect(words[2].prefix(2) == ["level", "documents"])
        #expect(words[3].prefix(2) == ["township", "20"])
        #expect(words.last == ["failed", "(unreadable):", "1"])
        let chinese = try await files.tool.run("summary", "out.ndjson", "--language", "zh")
        #expect(chinese.text.hasPrefix("年度  格式  报告"))
        #expect(chinese.text.contains("\n乡镇"))
    }

    @Test("what stands far from its peers is an outlier")
    func outliers() async throws {
        try await convert()
        let run = try await files.tool.run("summary", "out.ndjson", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let outliers = try #require(object["outliers"] as? [[String: Any]])
        #expect(!outliers.isEmpty)
        #expect(outliers.allSatisfy { $0["file"] as? String == "in/7.txt" && $0["comparison"] as? String == "peers" })
    }

    @Test("the page needs nothing else, is whole without scripts, and takes names for what they are")
    func page() async throws {
        try await convert()
        let run = try await files.tool.run("summary", "out.ndjson", "--html", "page.html", "--language", "zh")
        #expect(run.status == 0)
        let page = try files.text("page.html")
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\" data-language=\"zh\">"))
        for outside in ["http:", "https:", "src=", "href=", "@import", "url("] { #expect(!page.contains(outside)) }
        #expect(page.contains("in/broken&lt;&amp;&gt;.pdf"))
        #expect(!page.contains("in/broken<&>.pdf"))
        #expect(page.contains("By level of the agency") && page.contains("按机关层级"))
        #expect(page.contains("<td class=\"full file\">in/7.txt</td>"))
        #expect(
            try await files.tool.run("summary", "out.ndjson", "--html", "again.html", "--language", "zh").status == 0)
        #expect(try files.text("again.html") == page)
        // Tags open and close as a parser for XML wants it, but for those that HTML leaves open.
        let check = try await files.tool.shell(
            "sed -E 's/<(meta|input|br)([^>]*)>/<\\1\\2\\/>/g; s/ hidden>/>/g; s/ hidden / /g; /<script>/,/<\\/script>/d; /<style>/,/<\\/style>/d' page.html"
                + " | /usr/bin/python3 -c 'import sys, xml.etree.ElementTree as e; e.fromstring(sys.stdin.read())'")
        #expect(check.status == 0, "\(check.error)")
    }

    @Test("a summary is of a conversion that has come to its end, and changes nothing")
    func refusals() async throws {
        try await convert()
        let none = try await files.tool.run("summary", "in/1.txt")
        #expect(none.status == 1)
        _ = try await files.tool.shell("sqlite3 other.sqlite 'CREATE TABLE a (b)'")
        let before = try Data(contentsOf: files.url("other.sqlite"))
        let other = try await files.tool.run("summary", "other.sqlite")
        #expect(other.status == 1)
        #expect(
            other.error
                == "nianbao: other.sqlite: no conversion has come to its end here; name its first output, or its ledger\n"
        )
        #expect(try Data(contentsOf: files.url("other.sqlite")) == before)
        #expect(try await files.tool.run("summary", "out.ndjson", "--html", "a.html", "-o", "b").status == 64)
    }
}
