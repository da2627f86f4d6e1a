/// A font as a page uses it.
public struct Font: Hashable, Sendable, Codable {
    /// The base font name, with its subset tag if any; empty where the file gives none.
    public var name: String
    public var isEmbedded: Bool
    /// Glyphs are drawings of the file's own.
    public var isType3: Bool
    /// The file says which Unicode text the glyphs stand for.
    public var hasToUnicode: Bool

    public init(name: String, isEmbedded: Bool, isType3: Bool, hasToUnicode: Bool) {
        self.name = name
        self.isEmbedded = isEmbedded
        self.isType3 = isType3
        self.hasToUnicode = hasToUnicode
    }
}
