internal import FileAccess
internal import Posix

/// Where LibreOffice is.
public struct OfficeProgram: Hashable, Sendable {
    /// Of the program `soffice`.
    public let path: String
    /// Its version and build, for the record.
    public let identity: String

    /// What tells a user to get it.
    public static let hint =
        "LibreOffice, which converts it, is not installed: samples/setup.sh --office, or the packages libreoffice-writer and "
        + "libreoffice-calc, install it"

    /// The one that `NIANBAO_OFFICE` names, or the first on the path; nil for none.
    public static var installed: OfficeProgram? {
        if let named = variable("NIANBAO_OFFICE") { return OfficeProgram(path: named) }
        let folders = (variable("PATH") ?? "/usr/bin").split(separator: ":") + ["/usr/lib/libreoffice/program"]
        return folders.lazy.compactMap { OfficeProgram(path: "\($0)/soffice") }.first
    }

    /// nil where there is no program.
    init?(path: String) {
        guard access(path, X_OK) == 0, FileStatus(path)?.kind == .file else { return nil }
        self.path = path
        let folder = FileName(FileStatus.resolvingLinks(path)).folder
        let version = try? FileBytes(path: "\(folder)/versionrc")
        let lines = version.map { String(decoding: $0.prefix($0.count), as: UTF8.self) }?.split(separator: "\n") ?? []
        let telling = lines.filter {
            $0.hasPrefix("buildid=") || $0.hasPrefix("Vendor=") || $0.hasPrefix("ReferenceOOo")
        }
        let status = FileStatus(FileStatus.resolvingLinks(path))
        identity = "LibreOffice \(telling.joined(separator: " ")) \(status?.size ?? 0) \(status?.modified ?? 0)"
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
