package import ArchiveFiles
package import ArchiveReader
package import FileAccess
internal import OfficeReader
internal import ReportStandard
internal import TextReader

/// What a file is: by its content, by its name where the content does not tell.
package enum FileKind: Sendable {
    case document(DocumentFormat)
    case archive(ArchiveFormat)
    /// Nothing that is read.
    case foreign(ForeignFile)
    case empty

    /// - Parameter file: the file, or as much of its beginning as is needed to tell.
    /// - Throws: where it is what its name says, and broken.
    package init(of file: FileBytes) throws(ReadError) {
        let start = file.prefix(1 << 18)
        guard !start.isEmpty else {
            self = .empty
            return
        }
        let (best, broken) = InputFormats.judged(file)
        if let broken, broken.kind == .passwordNeeded { throw broken }
        if let best, best.evidence == .certain {
            self = .document(DocumentFormat(type: best.format))
        } else if let foreign = ForeignFile(start, name: file.name) {
            self = .foreign(foreign)
        } else if let format = ArchiveFormat(start) {
            self = .archive(format)
        } else if let best, best.evidence == .likely, Self.isText(start) {
            self = .document(DocumentFormat(type: best.format))
        } else if let format = ArchiveFormat(ending: InputFormats.ending(of: file.name)) {
            self = .archive(format)
        } else if let broken {
            throw broken
        } else if let best, best.evidence >= .likely {
            self = .document(DocumentFormat(type: best.format))
        } else if let foreign = ForeignFile(text: start, name: file.name) {
            self = .foreign(foreign)
        } else {
            self = .document(DocumentFormat(type: PlainTextInput.self))
        }
    }

    /// What archive a file is by its beginning; nil for another file.
    package static let archiveJudge: ArchiveWalk.Judge = { start, name in
        guard case .archive(let format)? = try? FileKind(of: FileBytes(name: name, Array(start))) else { return nil }
        return format
    }

    /// How many bytes of a file tell what it is.
    ///
    /// - Parameter start: what is there of it.
    package static func headLength(_ start: ArraySlice<UInt8>) -> Int {
        // The directory of a compound file may stand at its end.
        CompoundFile.isStart(start) ? 1 << 26 : 1 << 18
    }

    private static func isText(_ start: ArraySlice<UInt8>) -> Bool { (try? DecodedText(start)) != nil }

    /// True where another program has to convert it first.
    package var isConverted: Bool { if case .document(let format) = self { format.type.isConverted } else { false } }

    /// A stable name, for counts: `pdf`, `zip`, `other`.
    package var name: String {
        switch self {
        case .document(let format): format.type.kind.rawValue
        case .archive(let format): format.rawValue
        case .foreign: "other"
        case .empty: "empty"
        }
    }
}

/// A kind of document that is read.
package struct DocumentFormat: Sendable {
    let type: any DocumentInput.Type
}
