import ArgumentParser
import FileAccess

/// Names of files, one a line, or each with a zero byte behind it.
struct NameList {
    var names: [String]

    init(path: String, endsInNull: Bool) throws {
        do throws(FileError) {
            let bytes = try FileBytes(path: path)
            let end = endsInNull ? 0 : UInt8(ascii: "\n")
            names = bytes.prefix(bytes.count).split(separator: end).map { line in
                // A list that was made on Windows.
                let name = !endsInNull && line.last == UInt8(ascii: "\r") ? line.dropLast() : line
                return String(decoding: name, as: UTF8.self)
            }.filter { !$0.isEmpty }
        } catch {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
    }
}
