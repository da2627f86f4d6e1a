import Testing

@Suite("Wrong usage")
struct UsageTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    @Test(
        "it is exit code 64, with an error that names what is wrong and nothing on standard output",
        arguments: [
            (["extract"], "Error: Missing expected argument '<file> ...'"),
            (["extract", "--nope", "a.pdf"], "Error: Unknown option '--nope'"),
            (["extract", "a.pdf", "--format", "xml"], "Error: The value 'xml' is invalid for '--format <format>'."),
            (["extract", "a.pdf", "--format"], "Error: Missing value for '--format <format>'"),
            (["harvest"], "Error: Unexpected argument 'harvest'"),
            (["tables", "a.pdf", "--pages", "abc"], "Error: The value 'abc' is invalid for '--pages <pages>'"),
            (["tables", "a.pdf", "--pages", "0"], "Error: The value '0' is invalid for '--pages <pages>'"),
            (
                ["tables", "a.pdf", "--format", "ndjson"],
                "Error: The value 'ndjson' is invalid for '--format <format>'."
            ),
            (["inspect"], "Error: Missing expected argument '<file>'"),
            (["inspect", "a.pdf", "--glyphs", "--rulings"], "Error: Choose one of --glyphs, --rulings and --trace."),
            (["inspect", "a.pdf", "b.pdf"], "Error: Unexpected argument 'b.pdf'"),
            (["draw", "a.pdf", "--page", "0"], "Error: Pages are numbered from 1."),
            (["draw", "a.pdf", "--page", "two"], "Error: The value 'two' is invalid for '--page <page>'"),
            (["draw", "a.pdf", "--resolution", "5"], "Error: --resolution takes 10 to 1200."),
            (["draw", "a.pdf", "--output", "a.jpg"], "Error: --output must end in .svg or .png."),
            (["draw", "a.pdf", "--layer", "sketch"], "Error: The value 'sketch' is invalid for '--layer <layer>'."),
            (["indicators", "--form", "1999"], "Error: No form 1999. Known forms: 2021, 2019, 2014, 2008."),
        ])
    func refused(arguments: [String], message: String) async throws {
        let run = try await files.tool.run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.first?.hasPrefix(message) == true, "\(run.error)")
        #expect(run.error.contains("Usage: nianbao"))
    }

    @Test("an option is checked before any file is touched")
    func order() async throws {
        let run = try await files.tool.run("draw", "nowhere.pdf", "--output", "a.jpg")
        #expect(run.status == 64)
        #expect(!run.error.contains("nowhere.pdf"))
    }
}
