public import FileAccess

/// What a worker is asked: to read one file. A line of JSON on its standard input.
public struct WorkRequest: Hashable, Sendable, Codable {
    /// Chosen by who asks; the answer has the same.
    public var id: Int
    /// Where the file is.
    public var path: String
    /// What it is called in the answer, and by whose ending it may be known; nil for its path.
    public var name: String?
    /// Tried on encrypted files. Here and not on the command line, where everyone could see it.
    public var password: String?
    /// What who asks knows of the content, so that it is not hashed once more; nil for nothing.
    public var content: KnownContent?

    public init(
        id: Int, path: String, name: String? = nil, password: String? = nil, content: KnownContent? = nil
    ) {
        self.id = id
        self.path = path
        self.name = name
        self.password = password
        self.content = content
    }
}
