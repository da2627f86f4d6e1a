public import DocumentModel

/// What an office program's document says.
public struct OfficeDocument: Hashable, Sendable {
    /// In reading order; without page or box.
    public var blocks: [Block] = []
    /// The pictures in it, in reading order.
    public var pictures: [OfficePicture] = []
    public var properties = DocumentProperties()
    /// What was left out, and why.
    public var omissions = Omissions()
    /// Parts that could be read in part only, or not at all: what is wrong with each.
    public var damages: [String] = []

    /// What a document holds and does not show.
    public struct Omissions: Hashable, Sendable {
        /// Runs or paragraphs of text that are marked as hidden.
        public var hiddenTexts = 0
        public var hiddenRows = 0
        public var hiddenColumns = 0
        public var hiddenSheets = 0
        /// Deletions, and old places of what was moved: changes are read as if they were accepted.
        public var deletions = 0

        public init() {}
    }
}

/// A picture in a document.
public struct OfficePicture: Hashable, Sendable {
    /// How many blocks are before it.
    public var place: Int
    /// Of its file, of whatever format.
    public var bytes: [UInt8]
}

/// What a document says of itself.
public struct DocumentProperties: Hashable, Sendable {
    public var title: String?
    public var subject: String?
    public var keywords: String?
    public var author: String?
    public var company: String?
    /// The program it was written with.
    public var application: String?
    /// ISO 8601.
    public var created: String?
    public var modified: String?

    public init() {}
}

/// Why a file gives no document.
public struct OfficeError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case damaged
        /// A password is needed.
        case encrypted
    }

    public var kind: Kind
    public var cause: String
}
