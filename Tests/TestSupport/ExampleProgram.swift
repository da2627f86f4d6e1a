import Foundation
internal import Testing

extension Project {
    /// The program between the lines `// Example` and `// end` of a test, without the indent of its function: articles show it word
    /// for word.
    ///
    /// - Parameter file: the test's own.
    public static func exampleProgram(in file: String = #filePath) throws -> String {
        let lines = try String(contentsOfFile: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasSuffix("// Example") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// end") })
        return lines[(start + 1)..<end].map { $0.dropFirst(8) }.joined(separator: "\n")
            .trimmingCharacters(in: .newlines)
    }

    /// A file of the package as text.
    ///
    /// - Parameter path: from the package's folder.
    public static func text(of path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}
