/// What a worker is asked: to read one file. A line of JSON on its standard input.
public struct WorkRequest: Hashable, Sendable, Codable {
    /// Chosen by who asks; the answer has the same.
    public var id: Int
    public var path: String
    /// Tried on encrypted files. Here and not on the command line, where everyone could see it.
    public var password: String?

    public init(id: Int, path: String, password: String? = nil) {
        self.id = id
        self.path = path
        self.password = password
    }
}
