/// The kinds of office documents that are read: packages of XML parts in a zip archive.
public enum OfficeFormat: Hashable, Sendable, CaseIterable {
    /// ECMA-376, WordprocessingML.
    case docx
    /// ECMA-376, SpreadsheetML.
    case xlsx
    /// OpenDocument text.
    case odt
    /// OpenDocument spreadsheet.
    case ods

    /// What a file is by its content.
    ///
    /// - Parameter start: the file, or its beginning: the names of its first entries tell.
    public init?(_ start: ArraySlice<UInt8>) {
        for entry in LocalEntries(start) {
            if entry.name == "mimetype", let format = Self(mediaType: entry.content) {
                self = format
                return
            }
            // Written by Windows programs: backslashes.
            let name = entry.name.replacing("\\", with: "/").lowercased()
            // Of XML: a folder may be called so too, and binary parts are another format in the same package.
            guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { continue }
            if name.hasPrefix("word/") {
                self = .docx
                return
            }
            if name.hasPrefix("xl/") {
                self = .xlsx
                return
            }
        }
        return nil
    }

    init?(mediaType: some StringProtocol) {
        // Templates are documents too.
        switch mediaType.trimmed.replacing("-template", with: "") {
        case "application/vnd.oasis.opendocument.text": self = .odt
        case "application/vnd.oasis.opendocument.spreadsheet": self = .ods
        default: return nil
        }
    }
}

/// Packages that are zip archives, and no documents of the kinds above.
public enum OfficePackageKind: Hashable, Sendable {
    case presentation, ofd, binaryWorkbook, xps, book, drawing
    /// For Java or a telephone.
    case program

    /// What a file is by the names of its first entries; nil for another one, such as a plain archive.
    ///
    /// - Parameter start: the file, or its beginning.
    public init?(_ start: ArraySlice<UInt8>) {
        for entry in LocalEntries(start) {
            if entry.name == "mimetype", let kind = Self(mediaType: entry.content) {
                self = kind
                return
            }
            switch entry.name.replacing("\\", with: "/").lowercased() {
            // The entry that makes it one may be the last, behind pictures of pages.
            case "ofd.xml", "/ofd.xml": self = .ofd
            case let name where name.hasPrefix("doc_0/"): self = .ofd
            case let name where name.hasPrefix("ppt/") && name.hasSuffix(".xml"): self = .presentation
            case let name where name.hasPrefix("xl/") && name.hasSuffix(".bin"): self = .binaryWorkbook
            case let name where name.hasSuffix(".fdseq"): self = .xps
            case let name where name.hasPrefix("visio/") && name.hasSuffix(".xml"): self = .drawing
            case "meta-inf/manifest.mf", "androidmanifest.xml": self = .program
            default: continue
            }
            return
        }
        return nil
    }

    private init?(mediaType: String) {
        switch mediaType.trimmed {
        case "application/epub+zip": self = .book
        case "application/vnd.oasis.opendocument.presentation": self = .presentation
        case "application/vnd.oasis.opendocument.graphics": self = .drawing
        default: return nil
        }
    }
}

/// The entries of a zip archive by the headers before them (APPNOTE.TXT, section 4.3.7), as far as its beginning is there.
private struct LocalEntries: Sequence, IteratorProtocol {
    struct Entry {
        var name: String
        /// Of a short entry that is not compressed.
        var content: String
    }

    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func next() -> Entry? {
        guard let start = header(from: place) else { return nil }
        let nameLength = number(at: start + 26)
        let nameStart = start + 30
        let nameEnd = Swift.min(nameStart + nameLength, bytes.endIndex)
        place = Swift.min(nameEnd + number(at: start + 28), bytes.endIndex)
        let size = number(at: start + 18)
        let isShort = number(at: start + 8) == 0 && number(at: start + 20) == 0 && size <= 200
        let content = isShort ? bytes[place..<Swift.min(place + size, bytes.endIndex)] : []
        // What is in an entry may be an archive too, and is no entry of this one. A size that comes after the entry is not known.
        let hasSize = number(at: start + 6) & 8 == 0
        if hasSize { place = Swift.min(place + size + number(at: start + 20) << 16, bytes.endIndex) }
        return Entry(
            name: String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self),
            content: String(decoding: content, as: UTF8.self))
    }

    /// Where the next header starts. The first one is where the archive is, for something else may hold one too.
    private func header(from place: Int) -> Int? {
        var place = place
        while place + 30 <= bytes.endIndex {
            if bytes[place] == 0x50, bytes[place + 1] == 0x4B, bytes[place + 2] == 3, bytes[place + 3] == 4 {
                return place
            }
            guard place > bytes.startIndex else { return nil }
            place += 1
        }
        return nil
    }

    /// Two bytes, the lower first.
    private func number(at place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
}

extension StringProtocol {
    /// Without white space around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
