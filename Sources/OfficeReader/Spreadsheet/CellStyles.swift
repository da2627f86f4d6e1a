internal import XMLTree

/// How the cells of a workbook look (ECMA-376, part 1, section 18.8), as far as it says what they show.
struct CellStyles {
    private var formats: [NumberFormat] = []
    private var isRuled: [Bool] = []

    init(_ root: XMLElement?) {
        guard let root else { return }
        var codes: [Int: String] = [:]
        for element in root.elements(in: "x:numFmts") {
            if let id = element["numFmtId"].flatMap({ Int($0) }) { codes[id] = element["formatCode"] }
        }
        let borders = root.elements(in: "x:borders").map { border in
            ["x:left", "x:right", "x:start", "x:end"].contains { side in
                border.first(side)?["style"].map { $0 != "none" } ?? false
            }
        }
        var known: [Int: NumberFormat] = [:]
        for element in root.elements(in: "x:cellXfs") {
            let id = element["numFmtId"].flatMap { Int($0) } ?? 0
            let format = known[id] ?? NumberFormat(codes[id] ?? NumberFormat.builtIn(id) ?? "General")
            known[id] = format
            formats.append(format)
            let border = element["borderId"].flatMap { Int($0) } ?? 0
            isRuled.append(borders.indices.contains(border) && borders[border])
        }
    }

    func format(_ style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .general }

    /// Cells of the style have a line at their left or right.
    func isRuled(_ style: Int) -> Bool { isRuled.indices.contains(style) && isRuled[style] }
}
