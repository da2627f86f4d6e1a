import DocumentModel
import Foundation
import Nianbao
import ReportForms
import TableGrid
import TestSupport
import Testing

@Suite("How tables were found")
struct PageTraceTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    @Test("a page of ruled tables: rules, groups, what came of them")
    func ruled() throws {
        let traces = try PageTrace.traces(path: Project.sample("township-2020-reportlab.pdf"), pages: PageSelection(2))
        try expectGolden(traces.map(\.text).joined(), at: Project.fixture("ruled.trace.txt"))
    }

    @Test("a page of tables without rules: what was tried, what was refused and why")
    func unruled() throws {
        let traces = try PageTrace.traces(path: unruledPage())
        try expectGolden(traces.map(\.text).joined(), at: Project.fixture("unruled.trace.txt"))
    }

    @Test("the picture paints what the trace says")
    func picture() throws {
        let path = Project.sample("township-2020-reportlab.pdf")
        let trace = try #require(try PageTrace.traces(path: path, pages: PageSelection(2)).first)
        func shapes(_ layer: PageDrawing.Layer, _ color: String) throws -> Int {
            let drawing = try PageDrawing(forms: .builtIn(), layers: [layer], resolution: 36)
            let svg = try String(decoding: drawing.picture(path: path, page: 2, format: .svg), as: UTF8.self)
            // One of them is the legend's.
            return svg.components(separatedBy: "stroke=\"\(color)\"").count - 2
        }
        #expect(try shapes(.rulings, "#d62728") == trace.parts.reduce(0) { $0 + $1.rules.count })
        #expect(
            try shapes(.crossings, "#000000") == trace.parts.flatMap(\.groups).reduce(0) { $0 + $1.crossings.count })
    }

    @Test("as JSON it has the same steps")
    func json() throws {
        let trace = try #require(try PageTrace.traces(path: unruledPage()).first)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(JSONText.line(trace).utf8)) as? [String: Any])
        #expect(object["page"] as? Int == 1)
        let part = try #require((object["parts"] as? [[String: Any]])?.first)
        let candidates = try #require(part["candidates"] as? [[String: Any]])
        #expect(candidates.compactMap { $0["rule"] as? String } == trace.parts[0].candidates.map(\.rule))
        #expect((object["tables"] as? [[String: Any]])?.count == trace.tables.count)
    }

    @Test("options of table finding count")
    func options() throws {
        var options = TableOptions.standard
        options.mode = .ruled
        #expect(try PageTrace.traces(path: unruledPage(), tables: options).first?.tables.map(\.rule) == ["rules"])
        #expect(
            try PageTrace.traces(path: unruledPage()).first?.tables.map(\.rule)
                == ["between_rules", "alignment", "rules"])
    }

    /// A table between three rules, one that nothing but its columns tells, a list, and a box round one text.
    private func unruledPage() throws -> String {
        var content = ""
        func text(_ text: String, _ x: Double, _ y: Double) {
            content += "BT /F1 10 Tf \(x) \(y) Td (\(text)) Tj ET "
        }
        func rows(_ rows: [[String]], y: Double) {
            for (index, texts) in rows.enumerated() {
                for (x, cell) in zip([50.0, 150, 220], texts) { text(cell, x, y - 16 * Double(index)) }
            }
        }
        for y in [372.0, 352, 300] { content += "50 \(y) m 260 \(y) l S " }
        rows(
            [["Item", "2022", "2023"], ["Issued", "12", "34"], ["Repealed", "5", "6"], ["In force", "78", "90"]], y: 358
        )
        rows([["North", "1", "2"], ["South", "3", "4"], ["East", "5", "6"], ["West", "7", "8"]], y: 240)
        rows([["-", "first of some"], ["-", "second of some"], ["-", "third of some"]], y: 150)
        content += "50 60 120 20 re S "
        text("One text in a box", 55, 66)
        let path = files.path("unruled.pdf")
        try Data(TestPDF(.init(content, mediaBox: [0, 0, 300, 400])).bytes).write(to: URL(filePath: path))
        return path
    }
}
