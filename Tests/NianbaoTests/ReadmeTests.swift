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

        // Example
        let extraction = ReportExtraction(forms: try FormLibrary.builtIn())
        for report in try extraction.reports(path: "samples/county-2023-libreoffice.pdf") {
            if let total = report["requests.new.total"], let value = total.value, let page = total.page {
                print(report.agency?.name ?? "?", report.year ?? 0, value, "page \(page)")
            }
        }
        // end

        let readme = try Project.text(of: "README.md")
        #expect(readme.contains("```\n" + printed + "```"))
        let example = try Project.exampleProgram()
        #expect(readme.contains(example))
    }

    @Test("every file that the README links to is there")
    func links() throws {
        let links = try Project.text(of: "README.md").matches(of: /\]\(([^\)#]+)\)/).map { String($0.output.1) }
            .filter { !$0.hasPrefix("https:") }
        #expect(links.count > 10)
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Project.folder.appending(path: link).path), "\(link)")
        }
    }
}
