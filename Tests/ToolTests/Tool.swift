import Foundation
import Testing

/// The built tool, run as a user runs it.
struct Tool {
    /// What one run gave.
    struct Run {
        var status: Int32
        var output: Data
        var error: String

        var text: String { String(decoding: output, as: UTF8.self) }
        /// The lines of standard error.
        var errorLines: [String] { error.split(separator: "\n").map(String.init) }
    }

    /// Where the run takes place; names of files are relative to it.
    let folder: URL

    /// Runs `nianbao` and waits for its end.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input; nothing by default.
    ///   - environment: changes to the environment of the tests.
    func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) async throws -> Run {
        try await run(Self.executable, arguments, input: input, environment: environment)
    }

    func run(_ arguments: String..., input: Data = Data()) async throws -> Run {
        try await run(arguments, input: input)
    }

    /// Runs a line of the shell, in which `$NIANBAO` is the tool.
    func shell(_ line: String) async throws -> Run {
        let executable = try Self.executable
        return try await run(
            URL(filePath: "/bin/bash"), ["-c", line], input: Data(), environment: ["NIANBAO": executable.path])
    }

    private func run(
        _ executable: URL, _ arguments: [String], input: Data, environment: [String: String]
    ) async throws -> Run {
        // Files, not pipes: nobody has to read them while the tool runs.
        let files = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // English, whoever runs the tests.
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
            .merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: files.write("input", input))
        process.standardOutput = try FileHandle(forWritingTo: files.write("output", Data()))
        process.standardError = try FileHandle(forWritingTo: files.write("error", Data()))
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Run(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try Data(contentsOf: files.url("output")),
            error: try String(contentsOf: files.url("error"), encoding: .utf8))
    }

    /// The tool stands beside the program that runs the tests, whatever folder the build goes to.
    static var executable: URL {
        get throws {
            let places = [
                Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
                Bundle(for: TemporaryFolder.self).bundleURL.deletingLastPathComponent(),
            ]
            let tools = places.map { $0.appending(path: "nianbao") }
            return try #require(
                tools.first { FileManager.default.isExecutableFile(atPath: $0.path) }, "no nianbao beside the tests")
        }
    }
}

/// A folder of its own for one test, removed with the object.
final class TemporaryFolder {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var tool: Tool { Tool(folder: folder) }

    func url(_ name: String) -> URL { folder.appending(path: name) }

    @discardableResult
    func write(_ name: String, _ content: Data) throws -> URL {
        try content.write(to: url(name))
        return url(name)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

    /// Puts a copy of the file at `path` into the folder.
    func copy(_ path: String, as name: String) throws {
        try FileManager.default.copyItem(atPath: path, toPath: url(name).path)
    }

    func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }
}
