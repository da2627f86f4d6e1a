internal import CTesseract
public import OCR
internal import Posix

/// Tesseract, for figures: another network, trained on other pictures than the first engine's.
///
/// Not `Sendable`: the engine keeps state while it reads.
public final class TesseractFigures: FigureReader {
    public let identity: String
    private let engine: OpaquePointer  // one owned nb_tesseract

    /// - Throws: ``RecognitionError`` with kind `missing` where library or data are not installed.
    public init() throws(RecognitionError) {
        var cause = [CChar](repeating: 0, count: 512)
        let data = RunningProgram.data("tessdata")
        guard let engine = nb_tesseract_open(data, "eng", "0123456789.,-", &cause, Int32(cause.count)) else {
            let text = String(decoding: cause.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw RecognitionError(
                .missing,
                cause: "the second reader of figures, Tesseract, is not installed (\(text)); "
                    + "samples/setup.sh installs it")
        }
        self.engine = engine
        identity = "Tesseract " + String(cString: nb_tesseract_version(engine))
    }

    deinit { nb_tesseract_close(engine) }

    public func figures(_ crops: [Crop]) -> [String] { crops.map { figure($0.enlarged(toHeight: Self.height)) } }

    private func figure(_ crop: Crop) -> String {
        guard let text = nb_tesseract_read(engine, crop.pixels, Int32(crop.width), Int32(crop.height)) else {
            return ""
        }
        defer { free(text) }
        return String(cString: text)
    }

    /// Of a line with its margins, in pixels: digits are then about as high as the engine was trained with.
    private static let height = 56
}
