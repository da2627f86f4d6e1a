extension OCROptions {
    /// `nianbao/ocr` in the user's folder for caches; nil where the user has none.
    public static var usualCache: String? { UserFolder.cache("ocr") }
}
