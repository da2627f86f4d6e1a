internal import DocumentModel
internal import FileAccess
internal import OFDReader
internal import OfficeReader
internal import PDFReader
internal import PageCanvas
internal import ReportStandard

/// An OFD file (GB/T 33190-2016).
struct OFDFile: CanvasFile {
    static let kind = Source.Kind.ofd
    static let endings: Set = ["ofd"]

    let name: String
    private let document: OFDDocument

    static func evidence(in file: FileBytes) -> FormatEvidence? {
        // Of a large file in an archive there may be the beginning only.
        OfficePackageKind(file.prefix(1 << 18)) == .ofd || OFDDocument.isOFD(file.prefix(file.count)) ? .certain : nil
    }

    init(_ file: FileBytes, password: String?) throws(ReadError) {
        name = file.name
        do {
            document = try OFDDocument(file.prefix(file.count))
        } catch {
            throw ReadError(error, file: file.name)
        }
    }

    var pageCount: Int { document.pageCount }
    var damages: [String] { document.damages }
    var title: String? { document.properties.title }

    func facts() -> DocumentFacts? {
        let properties = document.properties
        return DocumentFacts(
            title: properties.title, author: properties.author, subject: properties.subject,
            keywords: properties.keywords, creator: properties.creator, created: properties.created,
            modified: properties.modified)
    }

    func content(page number: Int) throws(ReadError) -> Page {
        do { return try document.page(number) } catch { throw ReadError(error, file: name, page: number) }
    }

    func canvas(page number: Int, resolution: Double) throws(ReadError) -> PageCanvas {
        do {
            let page = try document.painting(page: number)
            let canvas = try PageCanvas(width: page.width, height: page.height, resolution: resolution)
            canvas.paint(page.painting)
            return canvas
        } catch let error as CanvasError {
            throw ReadError(.picture, file: name, page: number, cause: error.cause)
        } catch let error as OFDError {
            throw ReadError(error, file: name, page: number)
        } catch {
            throw ReadError(.picture, file: name, page: number, cause: "\(error)")
        }
    }
}

extension ReadError {
    fileprivate init(_ error: OFDError, file: String, page: Int? = nil) {
        let kind: Kind =
            switch error.kind {
            case .damaged: .damaged
            case .encrypted: .passwordNeeded
            case .noPages: .noPages
            case .noSuchPage: .noSuchPage
            }
        self.init(kind, file: file, page: page, cause: error.cause)
    }
}
