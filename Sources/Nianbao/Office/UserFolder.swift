internal import Posix

/// Folders of the user's, by the XDG Base Directory Specification.
enum UserFolder {
    /// `nianbao/NAME` in the folder for caches; nil where the user has none.
    static func cache(_ name: String) -> String? {
        func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let folder = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }
        return folder.map { $0 + "/nianbao/" + name }
    }
}
