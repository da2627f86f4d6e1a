/// Files that are small, and ruin who reads them.
public enum PoisonPDF {
    /// A page of forms that draw the next one ten times, twelve deep: it would be read for years, but is cut off.
    public static let tangled = nested(pages: 1, leaf: "")

    /// So many of these pages that their file is read for minutes.
    public static let endless = nested(pages: 60, leaf: "")

    /// Such a page with text at the end: its glyphs fill the memory, whatever there is.
    public static let greedy = nested(
        pages: 1, leaf: "BT /F1 1 Tf (" + String(repeating: "MMMMMMMMMM", count: 200) + ") Tj ET")

    private static func nested(pages: Int, leaf: String) -> [UInt8] {
        let depth = 12
        var objects: [String: TestPDF.Object] = [:]
        for level in 1...depth {
            let isLeaf = level == depth
            let content = isLeaf ? leaf : String(repeating: "/Next Do ", count: 10)
            let resources = isLeaf ? "/Font << /F1 $Helvetica >>" : "/XObject << /Next $Level\(level + 1)end >>"
            objects["Level\(level)end"] = .stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << \(resources) >>", content)
        }
        let page = TestPDF.Page("/First Do", resources: "/XObject << /First $Level1end >>")
        return TestPDF(pages: Array(repeating: page, count: pages), objects: objects).bytes
    }
}
