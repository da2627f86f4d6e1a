import ArgumentParser
import FileAccess
import ReportStandard

/// Options that a file gives where the command line does not: a JSON object with an object for each command.
///
/// They are put before the options of the command line, of which the last one counts. Nothing else in the tool knows of them, so
/// an option's own checks hold for them too.
struct DefaultOptions {
    /// The file as named, for messages.
    let path: String
    private let commands: [String: JSONValue]

    /// `arguments` with the options that the file gives for their command, if there is a file: that of `--config`, which comes
    /// before the command, else that of `NIANBAO_CONFIG`.
    static func added(to arguments: [String], environment: [String: String]) throws -> [String] {
        var named: String?
        var position = 0
        while position < arguments.count, arguments[position].hasPrefix("-") {
            let argument = arguments[position]
            if argument.hasPrefix("--config=") { named = String(argument.dropFirst("--config=".count)) }
            if argument == "--config", position + 1 < arguments.count {
                position += 1
                named = arguments[position]
            }
            position += 1
        }
        guard position < arguments.count, names.contains(arguments[position]),
            let path = named ?? environment["NIANBAO_CONFIG"], !path.isEmpty
        else { return arguments }
        let file = try DefaultOptions(path: path)
        return arguments[...position] + (try file.options(of: arguments[position])) + arguments[(position + 1)...]
    }

    init(path: String) throws {
        self.path = path
        do {
            let bytes = try FileBytes(path: path)
            guard case .object(let commands) = try JSONValue(decoding: Array(bytes.prefix(bytes.count))) else {
                throw Self.refusal(path, "not a JSON object")
            }
            self.commands = commands
        } catch let error as FileError {
            throw Self.refusal(error.description)
        } catch let error as ExitCode {
            throw error
        } catch {
            throw Self.refusal(path, "not a JSON object")
        }
        if let name = commands.keys.sorted().first(where: { !Self.names.contains($0) }) {
            throw Self.refusal(
                path, "\(name) is no command that takes defaults: \(Self.names.sorted().joined(separator: ", "))")
        }
    }

    /// Commands that take defaults: those with options of their own, but for `worker`, whose starter says all it needs.
    private static let names: Set<String> = {
        var names: Set<String> = []
        for command in Nianbao.configuration.subcommands where command.configuration.subcommands.isEmpty {
            names.insert(command._commandName)
        }
        return names.subtracting([WorkerCommand._commandName])
    }()

    private func options(of command: String) throws -> [String] {
        guard let value = commands[command] else { return [] }
        guard case .object(let options) = value else { throw Self.refusal(path, "\(command) is not an object") }
        return try options.sorted { $0.key < $1.key }.flatMap { name, value in
            try arguments(of: name, value, in: command)
        }
    }

    private func arguments(of name: String, _ value: JSONValue, in command: String) throws -> [String] {
        let option = "--\(name)"
        switch value {
        case .bool(let isSet): return isSet ? [option] : []
        case .number(let number): return ["\(option)=\(number)"]
        case .string(let text): return ["\(option)=\(text)"]
        case .array(let values): return try values.flatMap { try arguments(of: name, $0, in: command) }
        case .null, .object:
            throw Self.refusal(
                path, "\(command).\(name) is neither a text, a number, true or false, nor a list of these")
        }
    }

    /// Says why, and gives the exit code of wrong usage.
    private static func refusal(_ parts: String...) -> ExitCode {
        StandardStream.say(parts.joined(separator: ": "))
        return ExitCode(64)
    }
}
