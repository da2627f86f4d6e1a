import Foundation
import Testing

/// Zip archives, made by Python's `zipfile`.
enum MadeZip {
    /// - Parameter entries: names with as many zero bytes as they have.
    static func write(_ entries: [(name: String, zeros: Int)], to path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "python3", "-c",
                """
                import sys, warnings, zipfile
                warnings.simplefilter('ignore')
                with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
                    for name, count in zip(sys.argv[2::2], sys.argv[3::2]): archive.writestr(name, bytes(int(count)))
                """, path,
            ] + entries.flatMap { [$0.name, String($0.zeros)] }
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
