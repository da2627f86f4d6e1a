internal import DocumentModel
internal import OCR
internal import ScanReader
internal import Synchronization
internal import Tesseract

/// The engines that read pictures, started by the first page that needs them, and used by one page at a time.
final class ScanEngine: Sendable {
    let options: OCROptions
    private let cache: ReadingCache?
    private let started = Mutex<Started?>(nil)

    fileprivate struct Started {
        let reader: ScanReader
        /// Why figures are not read a second time.
        let singleReadingCause: String?
    }

    init(_ options: OCROptions) {
        self.options = options
        cache = options.cache.map(ReadingCache.init)
    }

    /// False where nothing can be recognised for want of an engine.
    var isInstalled: Bool { RapidOCR(environment: options.environment, threads: 1).isInstalled }

    /// `page` as its picture shows it.
    ///
    /// - Parameter sha256: that of the file.
    func read(_ page: Page, of file: some PagedFile, sha256: String) throws(ScanError) -> Page {
        let resolution = page.scanResolution
        let key = cache?.key(
            document: sha256, page: page.number, resolution: resolution, engines: identity)
        if let key, let kept = cache?.page(key) { return kept.page(like: page) }
        let image: PageImage
        do throws(ReadError) {
            image = try file.picture(page: page.number, resolution: resolution)
        } catch {
            throw ScanError(cause: error.cause)
        }
        let scanned = try withStarted { engines in
            Result { () throws(ScanError) in try engines.reader.scan(image, of: page) }
        }.get()
        if let key { cache?.keep(scanned, key) }
        return scanned.page(like: page)
    }

    /// Why figures of pictures are read once only, and are less sure for it; nil where they are read twice.
    var singleReadingCause: String? { withStarted(\.singleReadingCause) }

    private var identity: String { withStarted(\.reader.identity) }

    private func withStarted<T: Sendable>(_ body: @Sendable (Started) -> T) -> T {
        let options = options
        return started.withLock { started in
            let engines = started ?? Started(options)
            started = engines
            return body(engines)
        }
    }
}

extension ScanEngine.Started {
    init(_ options: OCROptions) {
        var figureReader: TesseractFigures?
        var cause: String?
        do throws(RecognitionError) { figureReader = try TesseractFigures() } catch { cause = error.cause }
        reader = ScanReader(
            recognizer: RapidOCR(environment: options.environment, threads: options.threads), figureReader: figureReader
        )
        singleReadingCause = cause
    }
}

extension Page {
    /// Pixels per inch at which a page's picture is read: those of the scan, if they are enough for the engines and not more than
    /// they make use of.
    fileprivate var scanResolution: Double {
        // By its area: an image may lie on its side. Small ones are no part of the scan.
        let own = images.filter { $0.box.width * $0.box.height > 0.01 * width * height }.map { image in
            72 * (Double(image.width * image.height) / (image.box.width * image.box.height)).squareRoot()
        }.max()
        return min(max((own ?? 0).rounded(), 200), 300)
    }
}
