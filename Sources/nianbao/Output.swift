import ArgumentParser
import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a command's data goes: standard output, or a file that is there whole or not at all.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to this file instead of standard output.", valueName: "path"))
    var output: String?

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws {
        guard let output, output != "-" else { return try StandardStream.output.write(bytes) }
        do {
            try Data(bytes).write(to: URL(filePath: output), options: .atomic)
        } catch {
            StandardStream.say("\(output): cannot be written (\(reason(of: error)))")
            throw ExitCode(1)
        }
    }

    private func reason(of error: any Error) -> String {
        if let error = error as? CocoaError { return "\(error.code)" }
        return "\(error)"
    }
}

/// Standard output and standard error, unbuffered.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                // A reader that has seen enough (head) is no failure of ours.
                throw ExitCode(errno == EPIPE ? 0 : 1)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// One line on standard error.
    static func say(_ message: String) {
        try? StandardStream.error.write(Array("nianbao: \(message)\n".utf8))
    }
}
