import PDFReader
import TestSupport
import Testing

@Suite("The page in front of the module PDFReader")
struct LandingPageTests {
    @Test("its example compiles, and counts glyphs and rulings page by page")
    func example() throws {
        var printed: [String] = []
        func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
        let path = Project.sample("county-2023-libreoffice.pdf")

        // Example
        let document = try PDFDocument(path: path)
        for number in 1...document.pageCount {
            let page = try document.page(number)
            print(number, page.glyphs.count, page.rulings.count, page.textDoubts)
        }
        // end

        #expect(printed == ["1 590 0 []", "2 616 51 []", "3 580 45 []"])
        let article = try Project.text(of: "Sources/PDFReader/PDFReader.docc/PDFReader.md")
        let example = try Project.exampleProgram()
        #expect(article.contains("```swift\nimport PDFReader\n\n\(example)\n```"))
    }
}
