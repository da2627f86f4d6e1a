/// What belongs to the page, not to its text.
public struct PageOptions: Hashable, Sendable, Codable {
    /// Share of the page's height at each end where headers and footers stand.
    public var outerPart = 0.12
    /// Headers and footers stand at one height, from page to page, to within this, in points; at least 0.1.
    public var sameHeight = 6.0
    /// Less text on its side is a margin note or a label, in characters.
    public var fewestSideways = 12
    /// Share of the characters that must run one way to turn a page, or a part of it.
    public var sideways = 0.5
    /// Fewer cells with text on their side are headings of narrow columns, or the names of a chart's axes.
    public var fewestSidewaysCells = 4
    /// A line that begins this far right of the text's left side is indented, in font sizes.
    public var indent = 1.2
    /// Lines of one paragraph may begin this far right of the one before, in font sizes.
    public var sameStart = 0.5
    /// A line that ends this far before the text's right side ends its paragraph, in font sizes.
    public var earlyEnd = 2.2

    public init() {}
}
