internal import FileAccess
internal import ScanReader

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What has been read off pictures, kept by the content of the file: the same page is read once.
///
/// It may be removed, or damaged, at any time: what is not whole is read again. Nothing that goes wrong with it is an error.
struct ReadingCache {
    /// Its folder.
    let path: String

    /// - Parameters:
    ///   - document: SHA-256 of the file.
    ///   - engines: names of what has read it.
    func key(document: String, page: Int, resolution: Double, engines: String) -> String {
        Checksum.hexadecimal(of: Array("\(Self.format)\n\(document)\n\(page)\n\(resolution)\n\(engines)".utf8))
    }

    /// Raised with every change of how pages are read, so that what was read before is read again.
    private static let format = 4

    func page(_ key: String) -> ScannedPage? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file(key))), data.count > 65 else { return nil }
        let payload = Array(data.dropFirst(65))
        guard Array(data.prefix(65)) == Self.seal(of: payload) else { return nil }
        return try? JSONDecoder().decode(ScannedPage.self, from: Data(payload))
    }

    func keep(_ page: ScannedPage, _ key: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(page) else { return }
        let payload = Array(data)
        let url = URL(fileURLWithPath: file(key))
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Whole or not at all, whoever else writes the same page.
        try? Data(Self.seal(of: payload) + payload).write(to: url, options: .atomic)
    }

    /// The first line of an entry: the SHA-256 of the rest.
    private static func seal(of payload: [UInt8]) -> [UInt8] {
        Array((Checksum.hexadecimal(of: payload) + "\n").utf8)
    }

    private func file(_ key: String) -> String { "\(path)/\(key.prefix(2))/\(key).page" }
}
