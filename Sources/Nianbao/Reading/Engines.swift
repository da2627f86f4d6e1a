/// What reads that which says nothing by itself: pictures, and documents of older programs. Each is started by the first file that
/// needs it.
struct Engines: Sendable {
    /// nil reads no pictures.
    let scan: ScanEngine?
    let office: OfficeEngine

    /// What pictures are read with; nil where nobody wants that.
    var pictures: ScanEngine? { scan?.options.mode == .never ? nil : scan }
}

extension Engines {
    init(_ ocr: OCROptions, _ office: OfficeOptions) {
        self.init(scan: ScanEngine(ocr), office: OfficeEngine(office))
    }
}
