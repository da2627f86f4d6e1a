import Nianbao
import Testing

@Suite("A choice of pages")
struct PageSelectionTests {
    @Test(
        "numbers and ranges choose their pages",
        arguments: [
            ("1", [1]), ("2-4", [2, 3, 4]), ("1,3", [1, 3]), ("1-2,5", [1, 2, 5]), ("4-", [4, 5, 6]), ("3-3", [3]),
            ("2-3,3-4", [2, 3, 4]),
            ("5,1", [1, 5]), ("100", []),
        ])
    func pages(text: String, pages: [Int]) throws {
        let selection = try #require(PageSelection(text))
        #expect((1...6).filter(selection.contains) == pages)
    }

    @Test("an open range has no end")
    func open() throws {
        #expect(try #require(PageSelection("7-")).contains(1_000_000))
    }

    @Test(
        "other text is no choice",
        arguments: [
            "", "0", "-3", "3-1", "a", "1-b", "1,", ",1", "1--2", "1-2-3", "1.5", "1 2", " ", "-", "1;2", "０",
            "99999999999999999999",
        ])
    func refused(text: String) {
        #expect(PageSelection(text) == nil)
    }
}
