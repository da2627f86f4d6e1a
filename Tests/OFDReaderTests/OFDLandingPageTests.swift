import FileAccess
import OFDReader
import TestSupport
import Testing

@Suite("The page in front of the module OFDReader")
struct OFDLandingPageTests {
    @Test("its example compiles, and counts glyphs and rulings page by page")
    func example() throws {
        var printed: [String] = []
        func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
        let path = Project.sample("city-2022-fixed-pages.ofd")

        // Example
        let file = try FileBytes(path: path)
        let document = try OFDDocument(file.prefix(file.count))
        for number in 1...document.pageCount {
            let page = try document.page(number)
            print(number, page.glyphs.count, page.rulings.count)
        }
        // end

        #expect(printed == ["1 765 95", "2 920 569"])
        let article = try Project.text(of: "Sources/OFDReader/OFDReader.docc/OFDReader.md")
        let example = try Project.exampleProgram()
        #expect(article.contains("```swift\nimport FileAccess\nimport OFDReader\n\n\(example)\n```"))
    }
}
