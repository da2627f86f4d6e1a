internal import OCR
internal import PDFReader

/// What reads files, in words for people: a line each.
package enum EngineVersions {
    /// Tesseract is not asked, which would take ten times as long as all the rest: its library and its data would have to be loaded.
    package static var lines: [String] {
        let folder = RapidOCR.defaultEnvironment
        let engine = RapidOCR(environment: folder, threads: 1)
        return [
            "poppler \(PDFDocument.libraryVersion)",
            engine.isInstalled ? "\(engine.identity) in \(folder)" : "no rapidocr-onnxruntime in \(folder)",
        ]
    }
}
