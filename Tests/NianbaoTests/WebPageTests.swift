import FileAccess
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

@Suite("Reports on web pages")
struct WebPageTests {
    private func report(_ name: String, _ bytes: [UInt8]) throws -> Report {
        try #require(
            try ReportExtraction(forms: .builtIn()).reports(in: FileBytes(name: name, bytes)).first)
    }

    private static let table = """
        <table><tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数
        <tr><td>规章<td>0<td>0<td>0<tr><td>行政规范性文件<td>32<td><p>1</p><td><span>2</span><span>30</span>
        <tr><td colspan=4>第二十条第（五）项<tr><td>信息内容<td colspan=3>本年处理决定数量<tr><td>行政许可<td colspan=3>7874</table>
        """
    private static let page =
        "<html><head><title>某某县水务局2023年政府信息公开工作年度报告_某某县</title></head><body>\(table)</body></html>"

    @Test("figures come with their printed text, agency and year from the page's title")
    func figures() throws {
        let report = try report("a.html", Array(Self.page.utf8))
        #expect(report.source.kind == .html)
        #expect(report.source.pages == nil)
        #expect(report.agency?.name == "某某县水务局")
        #expect(report.year == 2023)
        let figure = report["proactive.normative_documents.in_force"]
        #expect(figure?.value == 230)
        #expect(figure?.status == .printed)
        #expect(figure?.printed == "230")
        #expect(figure?.page == nil)
        #expect(report["proactive.licensing.decisions"]?.value == 7874)
    }

    @Test("a page saved as MHTML gives the same figures")
    func archive() throws {
        let head =
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
        let report = try report("a.mht", Array((head + Self.page + "\r\n--b--\r\n").utf8))
        #expect(report.source.kind == .html)
        #expect(report["proactive.licensing.decisions"]?.value == 7874)
        #expect(report.agency?.name == "某某县水务局")
    }

    @Test("bytes that are no characters are told, and figures that nothing touches are read")
    func undecodable() throws {
        var bytes = Array(Self.page.utf8)
        // In the last figure: 78 and a byte that is no character.
        let place = try #require(bytes.firstRange(of: "7874".utf8))
        bytes[place.lowerBound + 2] = 0xFF
        let report = try report("a.html", bytes)
        #expect(
            report.findings.first { $0.kind == .textUntrusted }?.message
                == "bytes that are no characters in UTF-8: 1, each shown as U+FFFD")
        #expect(report["proactive.licensing.decisions"]?.value == nil)
        #expect(report["proactive.licensing.decisions"]?.status == .suspect)
        #expect(report["proactive.normative_documents.issued"]?.value == 32)
    }

    @Test("a page nested without end is told to be read in part")
    func nested() throws {
        let report = try report("a.html", Array((Self.page + String(repeating: "<div>", count: 20_000)).utf8))
        #expect(report.findings.contains { $0.kind == .pageDamaged && $0.severity == .error })
        #expect(report["proactive.licensing.decisions"]?.value == 7874)
    }

    @Test("an archive without a page, and bytes that are no text, are refused")
    func refused() throws {
        let empty =
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\n--b--\n"
        var error = #expect(throws: ReadError.self) { try report("a.mht", Array(empty.utf8)) }
        #expect(error?.cause == "no web page in the MHTML file")
        // No character of any encoding begins with FF.
        error = #expect(throws: ReadError.self) { try report("a.html", Array(repeating: 0xFF, count: 4000) + [0x61]) }
        #expect(error?.cause == "neither a PDF nor text in an encoding that is known")
    }

    @Test("Markdown in GBK reads as in UTF-8")
    func markdown() throws {
        let text: [UInt8] =
            [0x23, 0x20, 0xC4, 0xB3, 0xCF, 0xD8, 0x32, 0x30, 0x32, 0x33, 0xC4, 0xEA]
            // 政府信息公开工作年度报告
            + [
                0xD5, 0xFE, 0xB8, 0xAE, 0xD0, 0xC5, 0xCF, 0xA2, 0xB9, 0xAB, 0xBF, 0xAA, 0xB9, 0xA4, 0xD7, 0xF7, 0xC4,
                0xEA, 0xB6, 0xC8, 0xB1, 0xA8, 0xB8, 0xE6,
            ]
        let report = try report("a.md", text)
        #expect(report.source.kind == .markdown)
        #expect(report.year == 2023)
        #expect(report.agency?.name == "某县")
    }

    @Test("tables of a web page and of Markdown are found too")
    func tables() throws {
        let tables = try TableExtraction().tables(path: Project.sample("bureau-2023-web-gbk.html"))
        #expect(tables.map(\.rows) == [14, 28, 4])
        #expect(tables.map(\.columns) == [4, 10, 15])
        #expect(try !TableExtraction().tables(path: Project.sample("dafeng-2024.md")).isEmpty)
    }
}
