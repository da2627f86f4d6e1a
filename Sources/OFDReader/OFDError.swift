/// Why an OFD file, or a page of it, cannot be read.
public struct OFDError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Broken, or something else than an OFD file.
        case damaged
        /// A password or a key is needed.
        case encrypted
        /// No document in it has a page.
        case noPages
        /// A page number that the file does not have, or a page that is broken.
        case noSuchPage
    }

    public var kind: Kind
    public var cause: String
}
