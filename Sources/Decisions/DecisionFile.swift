public import FileAccess
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file of decisions: a line each, only ever added to, by several programs at the same time.
public struct DecisionFile: Sendable {
    public let path: String
    private var lines: DecisionLines
    /// How many bytes have been taken.
    private var position = 0
    /// The same file as before, as far as it was read.
    private var identity: FileStatus.Identity?

    public init(path: String) {
        self.path = path
        lines = DecisionLines(file: path)
    }

    /// What has been added since the last time. A file that is not there has nothing.
    ///
    /// - Throws: where it cannot be read, or is another one than before.
    public mutating func news() throws(FileError) -> [Result<Decision, DecisionLines.LineError>] {
        guard let status = FileStatus(path) else { return [] }
        if let identity, identity != status.identity || status.size < position {
            throw FileError(.unreadable, path: path, cause: "another file has taken its place; start again")
        }
        identity = status.identity
        guard status.size > position else { return [] }
        let file = try OpenFile(reading: path)
        var found: [Result<Decision, DecisionLines.LineError>] = []
        try file.skip(to: position)
        while case let bytes = try file.read(), !bytes.isEmpty {
            position += bytes.count
            found += lines.take(bytes)
        }
        return found
    }

    /// All decisions of a file; a last line without its end counts.
    ///
    /// - Throws: where it cannot be read, or is not there.
    public static func all(
        in path: String
    ) throws(FileError) -> [Result<Decision, DecisionLines.LineError>] {
        let bytes = try FileBytes(path: path)
        var lines = DecisionLines(file: path)
        return lines.take(Array(bytes.prefix(bytes.count))) + lines.finish()
    }

    /// Adds decisions; when this returns they are on the disk. A line that somebody was killed in the middle of is ended first.
    public static func append(_ decisions: [Decision], to path: String) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        for decision in decisions {
            guard let line = try? encoder.encode(decision) else {
                throw FileError(.unwritable, path: path, cause: "a decision that cannot be written")
            }
            bytes += line + [0x0A]
        }
        try OpenFile.appendLines(bytes, to: path)
    }
}
