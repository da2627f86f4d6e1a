public import DocumentModel

/// What a web page says, without what surrounds it.
public struct WebPage: Hashable, Sendable {
    /// The title in the page's metadata, without the name of the site; nil for none.
    public var title: String?
    /// In reading order; without page or box.
    public var blocks: [Block]
    /// True where the page was nested too deeply, and was read in part.
    public var isTruncated: Bool
}
