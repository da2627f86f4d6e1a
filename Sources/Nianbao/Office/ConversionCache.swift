internal import FileAccess

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What has been made of documents by LibreOffice, kept by the content of the file.
///
/// It may be removed, or damaged, at any time: what is not whole is made again. Nothing that goes wrong with it is an error.
struct ConversionCache {
    /// Its folder.
    let path: String
    /// How many bytes it may hold; when there are more, what has not been asked for the longest goes.
    var most = 1 << 30

    /// Raised with every change of how files are converted.
    private static let format = 1

    /// - Parameters:
    ///   - content: SHA-256 of the file.
    ///   - program: a name of what converts.
    func key(content: String, filter: String, program: String) -> String {
        Checksum.hexadecimal(of: Array("\(Self.format)\n\(content)\n\(filter)\n\(program)".utf8))
    }

    func document(_ key: String) -> [UInt8]? {
        let file = file(key)
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)), data.count > 65 else { return nil }
        let document = Array(data.dropFirst(65))
        guard Array(data.prefix(65)) == Self.seal(of: document) else { return nil }
        try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file)
        return document
    }

    func keep(_ document: [UInt8], _ key: String) {
        let url = URL(fileURLWithPath: file(key))
        try? FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Whole or not at all, whoever else writes the same document.
        try? Data(Self.seal(of: document) + document).write(to: url, options: .atomic)
        // Now and then is often enough, and any one of those kept has its turn: keys are as good as random.
        if key.hasSuffix("0") { shrink() }
    }

    /// Removes what has not been asked for the longest, until three quarters of what it may hold are left.
    func shrink() {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var files = folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).compactMap { name in
                FileStatus("\(path)/\(folder)/\(name)").map { (path: "\(path)/\(folder)/\(name)", status: $0) }
            }
        }
        var size = files.reduce(0) { $0 + $1.status.size }
        guard size > most else { return }
        files.sort { $0.status.modified < $1.status.modified }
        for file in files where size > most / 4 * 3 {
            try? FileManager.default.removeItem(atPath: file.path)
            size -= file.status.size
        }
    }

    /// The first line of an entry: the SHA-256 of the rest.
    private static func seal(of document: [UInt8]) -> [UInt8] {
        Array((Checksum.hexadecimal(of: document) + "\n").utf8)
    }

    private func file(_ key: String) -> String { "\(path)/\(key.prefix(2))/\(key).\(Self.format)" }
}
