import Foundation
import Nianbao
import ReportForms
import TestSupport
import Testing

struct ReadmeTests {
    @Test("the README's example compiles and prints what the README says")
    func example() throws {
        var printed = ""
        func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
        let path = FileManager.default.currentDirectoryPath
        #expect(FileManager.default.changeCurrentDirectoryPath(Project.folder.path))
        defer { _ = FileManager.default.changeCurrentDirectoryPath(path) }

        // README example
        let extraction = ReportExtraction(forms: try FormLibrary.builtIn())
        for report in try extraction.reports(path: "samples/county-2023-libreoffice.pdf") {
            if let total = report["requests.new.total"], let value = total.value, let page = total.page {
                print(report.agency?.name ?? "?", report.year ?? 0, value, "page \(page)")
            }
        }
        // end

        let readme = try String(contentsOf: Project.folder.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("```\n" + printed + "```"))
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasSuffix("// README example") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// end") })
        let example = lines[(start + 1)..<end].map { $0.dropFirst(8) }.joined(separator: "\n")
        #expect(readme.contains(example))
    }
}
