import Foundation

/// Archives of every kind, made by Python.
public enum MadeArchive {
    public struct Failed: Error {
        public var message: String
    }

    /// A zip archive; of several entries with one name all are in it.
    ///
    /// - Parameter entries: names with as many zero bytes as they have.
    public static func zip(_ entries: [(name: String, zeros: Int)], to path: String) throws {
        try python(
            """
            import sys, warnings, zipfile
            warnings.simplefilter('ignore')
            with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
                for name, count in zip(sys.argv[2::2], sys.argv[3::2]): archive.writestr(name, bytes(int(count)))
            """, [path] + entries.flatMap { [$0.name, String($0.zeros)] })
    }

    /// An archive of another kind, as `Tests/Fuzz/made_archive.py` makes them.
    ///
    /// - Parameters:
    ///   - format: a key of `MAKERS`.
    ///   - entries: names, in any encoding, with their content.
    public static func write(_ format: String, _ entries: [(name: [UInt8], content: [UInt8])], to path: String) throws {
        let words = entries.flatMap { [hexadecimal($0.name), hexadecimal($0.content)] }
        try python(
            """
            import sys
            sys.path.insert(0, sys.argv[1])
            import made_archive
            words = [bytes.fromhex(word) for word in sys.stdin.read().split('\\n')[:-1]]
            open(sys.argv[3], 'wb').write(made_archive.MAKERS[sys.argv[2]](list(zip(words[::2], words[1::2]))))
            """, [Project.folder.appending(path: "Tests/Fuzz").path, format, path],
            input: words.map { $0 + "\n" }.joined())
    }

    /// The same with names in UTF-8.
    public static func write(_ format: String, _ entries: [(name: String, content: [UInt8])], to path: String) throws {
        try write(format, entries.map { (Array($0.name.utf8), $0.content) }, to: path)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func python(_ script: String, _ arguments: [String], input: String = "") throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", "-c", script] + arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardInput = try FileHandle(forReadingFrom: file)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(message: "python3 ended with an error") }
    }
}
