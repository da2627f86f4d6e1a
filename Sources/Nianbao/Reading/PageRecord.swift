public import DocumentModel
public import PDFReader
package import TableGrid

/// What became of one page.
public struct PageRecord: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// As displayed, in points.
    public let width: Double
    public let height: Double
    /// Where its text stands on the page as displayed.
    public let frame: PageFrame
    /// Why its own text cannot be trusted; empty where nothing speaks against it.
    public let textDoubts: [TextDoubt]
    /// Its text was recognised in a picture of it.
    public let isRecognized: Bool
    /// What the file draws on it; nil unless wanted.
    public var summary: PageSummary?
    /// nil unless kept.
    package var found: Found?

    /// All that was found on the page.
    package struct Found: Hashable, Sendable {
        /// As it was read, in its frame.
        package var page: Page
        package var layout: PageLayout
        /// How its tables were found.
        package var trace: TableTrace
    }

    /// - Parameters:
    ///   - drawn: what the file draws.
    ///   - seen: what was read, by text or by picture.
    init(drawn: Page, doubts: [TextDoubt], seen: Page) {
        number = drawn.number
        (width, height, frame) = (drawn.width, drawn.height, seen.frame)
        (textDoubts, isRecognized) = (doubts, seen.isRecognized)
    }
}
