import ArgumentParser
import FileAccess
import Nianbao

/// What every command that opens files takes.
struct InputOptions: ParsableArguments {
    @Option(help: "Password for encrypted files, the owner's or the user's.")
    var password: String?

    @Option(help: ArgumentHelp("How many archives may be one in another.", valueName: "number"))
    var depth = 3

    func validate() throws {
        guard (1...16).contains(depth) else { throw ValidationError("--depth takes 1 to 16.") }
    }

    /// Calls `body` with each file that the paths name, with those in archives one after the other, and says what cannot be read.
    ///
    /// - Parameter body: throws `ReadError` where the file cannot be read; anything else ends the command.
    /// - Returns: how many files were not read; in archives only those that may be documents.
    func forEachFile(of paths: [String], _ body: (FileBytes) throws -> Void) throws -> Int {
        var failures = 0
        var end: (any Error)?
        func read(_ file: Result<FileBytes, DocumentFiles.PassedOver>) {
            do {
                guard end == nil else { return }
                try body(file.get())
            } catch let passed as DocumentFiles.PassedOver {
                StandardStream.say(passed.error.description)
                if passed.mayBeReport { failures += 1 }
            } catch let error as ReadError {
                StandardStream.say(error.description)
                failures += 1
            } catch {
                end = error
            }
        }
        for path in paths {
            do throws(ReadError) { try DocumentFiles(password: password, depth: depth).forEach(path, read) } catch {
                StandardStream.say(error.description)
                failures += 1
            }
        }
        if let end { throw end }
        return failures
    }
}
