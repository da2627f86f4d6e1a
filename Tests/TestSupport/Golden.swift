import Foundation
public import Testing

/// Where the package's own files stand, for tests that read samples and fixtures.
public enum Project {
    /// The package's folder.
    public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    public static func sample(_ name: String) -> String { folder.appending(path: "samples/\(name)").path }
    public static func fixture(_ name: String) -> String { folder.appending(path: "Tests/Fixtures/\(name)").path }

    /// The PDF samples, sorted by name.
    public static var samplePDFs: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "samples").path)) ?? []
        return names.filter { $0.hasSuffix(".pdf") }.sorted()
    }
}

/// Compares `text` with the file at `path`. With RECORD=1 it writes the file instead, and fails: a golden file is never made by
/// the run that it is to judge.
public func expectGolden(_ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(path); read it before committing", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    if text != expected {
        let got = text.split(separator: "\n", omittingEmptySubsequences: false)
        let want = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(got, want).enumerated().first { $1.0 != $1.1 }?.offset ?? min(got.count, want.count)
        Issue.record(
            "differs from \(path) at line \(line + 1): got \(got.dropFirst(line).first ?? "(end)"), expected \(want.dropFirst(line).first ?? "(end)")",
            sourceLocation: sourceLocation)
    }
}
