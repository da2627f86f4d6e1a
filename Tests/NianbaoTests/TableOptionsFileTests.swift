import DocumentModel
import Nianbao
import TableGrid
import TestSupport
import Testing

@Suite("Files of table options")
struct TableOptionsFileTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    @Test("members that are not there are as usual")
    func empty() throws {
        #expect(try options("{}") == .standard)
        #expect(try options(TableOptions.standardText) == .standard)
    }

    @Test("members that are there count, at any depth")
    func members() throws {
        var expected = TableOptions.standard
        expected.snap = 2.5
        expected.typography.columnGap = 1
        expected.regions.fewestRows = 4
        expected.area = Box(x0: 0, y0: 10, x1: 200, y1: 300)
        let text = """
            {"snap": 2.5, "typography": {"columnGap": 1}, "regions": {"fewestRows": 4}, "area": [0, 10, 200, 300]}
            """
        #expect(try options(text) == expected)
    }

    @Test(
        "anything else is refused, and named",
        arguments: [
            ("{\"snpa\": 1}", "no such option: snpa"),
            ("{\"typography\": {\"gap\": 1}}", "no such option: typography.gap"),
        ])
    func unknown(text: String, cause: String) throws {
        let path = try files.write("options.json", text)
        #expect(throws: ReadError(.damaged, file: path, cause: cause)) { try TableOptions(path: path) }
    }

    @Test("so is what is no object of numbers", arguments: ["", "[1]", "{\"snap\": \"wide\"}", "{\"rules\": 3}"])
    func damaged(text: String) throws {
        let path = try files.write("options.json", text)
        let error = #expect(throws: ReadError.self) { try TableOptions(path: path) }
        #expect(error?.kind == .damaged)
    }

    private func options(_ text: String) throws -> TableOptions {
        try TableOptions(path: try files.write("options.json", text))
    }
}
