internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The JSON Schema (draft 2020-12) of a form's data file.
public enum FormSchema {
    public static var text: String { String(decoding: PackageResources.form_schema_json, as: UTF8.self) }
}

/// The JSON Schema (draft 2020-12) of a file of words.
public enum WordsSchema {
    public static var text: String { String(decoding: PackageResources.words_schema_json, as: UTF8.self) }
}

/// Judges values by a JSON Schema: of its vocabulary `type`, `enum`, `pattern`, `minLength`, `minItems`, `properties`, `required`,
/// `additionalProperties: false`, `items` and `$ref` into `$defs`, which is all that the schemas of forms and words use.
struct JSONShape {
    private let schema: JSONValue

    init(_ schema: JSONValue) { self.schema = schema }

    /// The shape of a form's data file.
    static var form: JSONShape {
        JSONShape((try? JSONReader.value(of: PackageResources.form_schema_json)) ?? .null)
    }

    /// The shape of a file of words.
    static var words: JSONShape {
        JSONShape((try? JSONReader.value(of: PackageResources.words_schema_json)) ?? .null)
    }

    func problems(of value: JSONValue) -> [FormProblem] { problems(of: value, by: schema, at: "$") }

    private func problems(of value: JSONValue, by schema: JSONValue, at place: String) -> [FormProblem] {
        if case .string(let reference)? = schema["$ref"] {
            let name = String(reference.split(separator: "/").last ?? "")
            return problems(of: value, by: self.schema["$defs"]?[name] ?? .null, at: place)
        }
        func problem(_ message: String) -> [FormProblem] { [FormProblem(place: place, message: message)] }
        let types = schema["type"]?.strings ?? []
        guard types.isEmpty || types.contains(value.type) else {
            return problem("is of type \(value.type), not \(types.joined(separator: " or "))")
        }
        switch value {
        case .string(let text):
            if let known = schema["enum"]?.strings, !known.contains(text) {
                return problem("“\(text)” is none of \(known.joined(separator: ", "))")
            }
            if case .number(let least)? = schema["minLength"], Decimal(text.count) < least {
                return problem("is empty")
            }
            if case .string(let pattern)? = schema["pattern"], !Self.matches(text, pattern) {
                return problem("“\(text)” does not match \(pattern)")
            }
            return []
        case .array(let values):
            if case .number(let least)? = schema["minItems"], Decimal(values.count) < least {
                return problem("is empty")
            }
            return values.enumerated().flatMap { problems(of: $1, by: schema["items"] ?? .null, at: "\(place)[\($0)]") }
        case .object(let members):
            return problems(of: members, by: schema, at: place)
        case .null, .bool, .number:
            return []
        }
    }

    private func problems(of members: [String: JSONValue], by schema: JSONValue, at place: String) -> [FormProblem] {
        let missing = (schema["required"]?.strings ?? []).filter { members[$0] == nil }
            .map { FormProblem(place: place, message: "has no “\($0)”") }
        let isClosed = schema["additionalProperties"] == .bool(false)
        let inner = members.sorted { $0.key < $1.key }.flatMap { key, value -> [FormProblem] in
            let place = "\(place).\(key)"
            if let known = schema["properties"]?[key] { return problems(of: value, by: known, at: place) }
            guard isClosed, case .object(let known)? = schema["properties"] else { return [] }
            return [
                FormProblem(
                    place: place, message: "is unknown; known here: \(known.keys.sorted().joined(separator: ", "))")
            ]
        }
        return missing + inner
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        (try? Regex(pattern)).map { text.firstMatch(of: $0) != nil } ?? false
    }
}
