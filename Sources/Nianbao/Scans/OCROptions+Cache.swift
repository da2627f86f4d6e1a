internal import Posix

extension OCROptions {
    /// `nianbao/ocr` in the user's folder for caches, by the XDG Base Directory Specification; nil where the user has none.
    public static var usualCache: String? {
        func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let folder = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }
        return folder.map { $0 + "/nianbao/ocr" }
    }
}
