/// How tables without full rules are laid out that are no tables of figures. Lengths are font sizes unless they say otherwise.
public struct InferredGridOptions: Hashable, Sendable, Codable {
    /// Rows this near to each other stand side by side.
    public var sideBySide = 0.8
    /// A rule this far above a baseline, in points, parts its line from the next: an underline.
    public var ruleOnBaseline = 1.0
    /// Rules per row from which what stands between two rules is one row.
    public var rulePerRow = 0.6
    /// Fewer rules part no rows but heading, body and sums.
    public var fewestBands = 3
    /// A text that reaches into a column by less is not in it.
    public var columnSlack = 0.15
    /// A first column filled to this share may go on in the next line.
    public var fullColumn = 0.8

    public init() {}
}
