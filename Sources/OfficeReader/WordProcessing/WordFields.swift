internal import XMLTree

/// Which text belongs to the results of fields, and which to their instructions (ECMA-376, part 1, section 17.16.18).
struct WordFields {
    /// For each field that is open, from the outermost: its result has begun.
    private var open: [Bool] = []
    /// Fields that begin and never end: what follows them is no instruction.
    private let endless: Set<XMLElement>

    /// - Parameter story: what holds all of the fields.
    init(in story: XMLElement) {
        var open: [XMLElement] = []
        for element in story.descendants where element.name == "w:fldChar" {
            switch element["w:fldCharType"] {
            case "begin": open.append(element)
            case "end": _ = open.popLast()
            default: break
            }
        }
        endless = Set(open)
    }

    /// Text that comes now is shown.
    var isShown: Bool { open.allSatisfy(\.self) }

    mutating func pass(_ element: XMLElement) {
        switch element["w:fldCharType"] {
        case "begin" where !endless.contains(element): open.append(false)
        case "separate" where !open.isEmpty: open[open.count - 1] = true
        case "end": _ = open.popLast()
        default: break
        }
    }
}
