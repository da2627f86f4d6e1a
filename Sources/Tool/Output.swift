import ArgumentParser
import FileAccess
import Posix

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

    init() {}

    /// A file that another option names.
    init(path: String) { output = path }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws {
        guard let output, output != "-" else { return try StandardStream.output.write(bytes) }
        guard !isFolder else {
            StandardStream.say("\(output): is a folder; name a file")
            throw ExitCode(1)
        }
        try write(bytes, path: output)
    }

    /// Cells of a line where the user sees the output on a terminal, else nil.
    var terminalWidth: Int? { output == nil || output == "-" ? StandardStream.terminalWidth : nil }

    /// True where the output's name ends in a slash, or names a folder that is there.
    var isFolder: Bool {
        guard let output else { return false }
        var isDirectory = false
        return output.hasSuffix("/")
            || FileManager.default.fileExists(atPath: output, isDirectory: &isDirectory) && isDirectory
    }

    /// Writes a file of its own into the folder that the output names.
    func write(_ bytes: [UInt8], named name: String) throws {
        guard let output else { return }
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        } catch {
            throw failure(output, error)
        }
        try write(bytes, path: output.hasSuffix("/") ? output + name : output + "/" + name)
    }

    /// The last part of the output's path, where it is a file.
    var fileName: String? {
        guard let output, output != "-", !isFolder else { return nil }
        return output.split(separator: "/").last.map(String.init)
    }

    /// Where a file of this name stands in the folder of the output.
    func path(beside name: String) -> String {
        guard let output, let slash = output.lastIndex(of: "/") else { return name }
        return output[...slash] + name
    }

    /// What is in a file beside the output; nil where there is none.
    func bytes(beside name: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(filePath: path(beside: name)))).map { Array($0) }
    }

    func write(_ bytes: [UInt8], beside name: String) throws { try write(bytes, path: path(beside: name)) }

    private func write(_ bytes: [UInt8], path: String) throws {
        do {
            // A device or a pipe is written to; put in its place, a file would be the end of it.
            if FileStatus(path)?.kind == .special { return try OpenFile.append(bytes, to: path) }
            // A link stays one, and what it names is written.
            let path = FileStatus.resolvingLinks(path)
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch let error as FileError {
            StandardStream.say(error.description)
            throw ExitCode(1)
        } catch {
            throw failure(path, error)
        }
    }

    /// Says why, and gives the exit code.
    private func failure(_ path: String, _ error: any Error) -> ExitCode {
        let reason =
            switch (error as? CocoaError)?.code {
            case .fileNoSuchFile: "no such folder"
            case .fileWriteNoPermission: "no permission"
            case .fileWriteOutOfSpace: "the disk is full"
            case .fileWriteFileExists: "a file is in the way"
            default: "\(error)"
            }
        StandardStream.say("\(path): cannot be written: \(reason)")
        return ExitCode(1)
    }
}

/// Standard output and standard error, unbuffered.
enum StandardStream: Int32 {
    /// Lets a reader that goes away early be met as an error of writing, not as a signal that ends the process.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    case output = 1
    case error = 2

    func write(_ bytes: [UInt8]) throws {
        do throws(SystemError) {
            try Descriptor(rawValue).write(bytes)
        } catch {
            // A reader that has seen enough (head) is no failure of ours.
            throw ExitCode(error.code == EPIPE ? 0 : 1)
        }
    }

    /// Cells of a line of the terminal that standard output is; nil where it is none.
    static var terminalWidth: Int? {
        var size = winsize()
        guard isatty(output.rawValue) == 1, ioctl(output.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }

    /// One line on standard error.
    static func say(_ message: String) {
        try? StandardStream.error.write(Array("nianbao: \(message)\n".utf8))
    }
}
