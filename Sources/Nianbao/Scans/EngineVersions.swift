internal import OCR
internal import PDFReader
internal import Tesseract

/// What reads files, in words for people: a line each.
package enum EngineVersions {
    /// - Parameter environment: the virtual environment with the recognition engine; nil where it usually is.
    package static func lines(environment: String?) -> [String] {
        let folder = environment ?? RapidOCR.defaultEnvironment
        let engine = RapidOCR(environment: folder, threads: 1)
        return [
            "poppler \(PDFDocument.libraryVersion)", figureReader,
            engine.isInstalled ? "\(engine.identity) in \(folder)" : "no rapidocr-onnxruntime in \(folder)",
        ]
    }

    private static var figureReader: String {
        do throws(RecognitionError) {
            return try TesseractFigures().identity
        } catch {
            return "no Tesseract: \(error.cause)"
        }
    }
}
