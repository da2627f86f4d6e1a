/// Files that are small, and ruin who reads them.
public enum PoisonPDF {
    /// Forms that draw the next one ten times, twelve deep: a page that is read for years.
    public static let endless = nested(leaf: "")

    /// The same with text at the end: its glyphs fill the memory, whatever there is.
    public static let greedy = nested(leaf: "BT /F1 1 Tf (" + String(repeating: "MMMMMMMMMM", count: 200) + ") Tj ET")

    private static func nested(leaf: String) -> [UInt8] {
        let depth = 12
        var objects: [String: TestPDF.Object] = [:]
        for level in 1...depth {
            let isLeaf = level == depth
            let content = isLeaf ? leaf : String(repeating: "/Next Do ", count: 10)
            let resources = isLeaf ? "/Font << /F1 $Helvetica >>" : "/XObject << /Next $Level\(level + 1)end >>"
            objects["Level\(level)end"] = .stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << \(resources) >>", content)
        }
        return TestPDF(
            TestPDF.Page("/First Do", resources: "/XObject << /First $Level1end >>"), objects: objects
        ).bytes
    }
}
