internal import FileAccess
internal import ReportStandard
public import TableGrid

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension TableOptions {
    /// The options in the JSON file at `path`: an object with the members that differ from ``standard``, as
    /// `nianbao schema --table-options` prints them.
    ///
    /// - Throws: ``ReadError`` where it cannot be read, is no such object, or has members that no option has.
    public init(path: String) throws(ReadError) {
        let file = try FileBytes.reading(path)
        do {
            let own = try file.withBytes { try JSONValue(decoding: Array($0)) }
            let standard = try JSONValue(decoding: Array(JSONText.line(TableOptions.standard).utf8))
            let whole = try standard.overlaid(with: own, at: "", also: ["area"])
            self = try JSONDecoder().decode(TableOptions.self, from: Data(JSONText.line(whole).utf8))
        } catch let error as UnknownOption {
            throw ReadError(.damaged, file: path, cause: "no such option: \(error.name)")
        } catch {
            throw ReadError(.damaged, file: path, cause: "not an object of table options: \(error)")
        }
    }

    /// All options with their standard values.
    public static var standardText: String {
        get throws { try JSONText.pretty(TableOptions.standard) + "\n" }
    }
}

private struct UnknownOption: Error {
    var name: String
}

extension JSONValue {
    /// With the members of `other` in place of its own.
    fileprivate func overlaid(with other: JSONValue, at place: String, also: Set<String> = []) throws -> JSONValue {
        guard case .object(let members) = self, case .object(let others) = other else { return other }
        var result = members
        for (name, value) in others {
            guard members[name] != nil || also.contains(name) else { throw UnknownOption(name: place + name) }
            result[name] = try members[name]?.overlaid(with: value, at: place + name + ".") ?? value
        }
        return .object(result)
    }
}
