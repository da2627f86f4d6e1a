import Foundation
import TestSupport
import Testing

@Suite("Files that cannot be read")
struct UnreadableFileTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        let sample = try Data(contentsOf: URL(filePath: Project.sample("township-2020-reportlab.pdf")))
        try FileManager.default.createDirectory(at: files.url("folder.pdf"), withIntermediateDirectories: false)
        try files.write("empty.pdf", Data())
        try files.write("text.pdf", "一、总体情况\n")
        try files.write("truncated.pdf", sample.prefix(40_000))
        try files.write("head.pdf", sample.prefix(9))
        try files.write("nopages.pdf", Data(TestPDF(pages: []).bytes))
        try files.copy(Project.fixture("encrypted.pdf"), as: "encrypted.pdf")
        try files.write("empty.md", Data())
        try files.write("binary.md", Data([0x50, 0x4B, 3, 4, 0, 0, 0x14, 0, 0, 0, 8, 0]))
        try files.write("page.mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n")
    }

    /// Arguments after the command, and the line that they give.
    private static let pdfs: [(arguments: [String], line: String)] = [
        (["nowhere.pdf"], "nianbao: nowhere.pdf: no such file"),
        (["folder.pdf"], "nianbao: folder.pdf: is a directory; name the files in it"),
        (["empty.pdf"], "nianbao: empty.pdf: the file is empty"),
        (["text.pdf"], "nianbao: text.pdf: not a PDF file: it has no %PDF header"),
        (["truncated.pdf"], "nianbao: truncated.pdf: the PDF is damaged beyond repair"),
        (["head.pdf"], "nianbao: head.pdf: the PDF is damaged beyond repair"),
        (["nopages.pdf"], "nianbao: nopages.pdf: the PDF has no pages"),
        (["encrypted.pdf"], "nianbao: encrypted.pdf: encrypted; give its password with --password"),
        (
            ["encrypted.pdf", "--password", "wrong"],
            "nianbao: encrypted.pdf: encrypted, and the password given does not open it"
        ),
    ]

    @Test(
        "a command says so in one line, prints no data and exits with 1",
        arguments: ["extract", "tables", "inspect", "draw"], pdfs)
    func unreadable(command: String, file: (arguments: [String], line: String)) async throws {
        let run = try await files.tool.run([command] + file.arguments)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.count == 1)
        #expect(run.error.hasSuffix("\n"))
        // What the PDF library says of a damaged file may follow.
        #expect(run.errorLines.first?.hasPrefix(file.line) == true, "\(run.error)")
    }

    @Test(
        "so it is with text",
        arguments: [
            ("empty.md", "the file is empty"), ("binary.md", "a zip archive that can be read no further"),
            ("page.mht", "no web page in the MHTML file"), ("nowhere.md", "no such file"),
        ])
    func texts(name: String, cause: String) async throws {
        let run = try await files.tool.run("extract", name)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.error.hasPrefix("nianbao: \(name): \(cause)"))
        #expect(run.errorLines.count == 1)
    }

    @Test("several of them give a line each", arguments: ["extract", "tables"])
    func several(command: String) async throws {
        let run = try await files.tool.run(command, "nowhere.pdf", "empty.pdf")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.error == "nianbao: nowhere.pdf: no such file\nnianbao: empty.pdf: the file is empty\n")
    }

    @Test("the right password opens an encrypted file", arguments: ["secret", "owner"])
    func password(password: String) async throws {
        let run = try await files.tool.run("inspect", "encrypted.pdf", "--password", password)
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
        #expect(object?["page_count"] as? Int == 1)
    }

    @Test("a page that is not there is named with the number of pages")
    func page() async throws {
        try files.copy(Project.sample("township-2020-reportlab.pdf"), as: "good.pdf")
        let run = try await files.tool.run("draw", "good.pdf", "--page", "3")
        #expect(run.status == 1)
        #expect(run.error == "nianbao: good.pdf: page 3: no such page; the file has 2\n")
    }
}
