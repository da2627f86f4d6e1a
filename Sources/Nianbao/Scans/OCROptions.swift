internal import OCR

/// When, and with what, pages are read by their picture.
public struct OCROptions: Hashable, Sendable {
    public var mode: Mode
    /// The virtual environment with the engine; nil for the usual place.
    public var environment: String?
    /// How many lines of text are read at once.
    public var threads: Int
    /// Where readings are kept, so that a page is read once; nil keeps none.
    public var cache: String?

    /// Which pages are read by their picture.
    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// Those whose text is missing, or cannot be trusted.
        case auto
        case always
        case never
    }

    public init(
        mode: Mode = .auto, environment: String? = nil, threads: Int = 2, cache: String? = OCROptions.usualCache
    ) {
        self.mode = mode
        self.environment = environment
        self.threads = threads
        self.cache = cache
    }

    /// What decides, besides the files, what is read off pictures: a run with another one reads them again.
    public var signature: String {
        guard mode != .never else { return "; no recognition" }
        let engine = RapidOCR(environment: environment, threads: threads)
        return engine.isInstalled ? "; \(mode.rawValue) by \(engine.identity)" : "; no recognition"
    }
}
