internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads JSON (RFC 8259) strictly, and says where it is none. A member that is there twice is an error: one of the two would be lost.
struct JSONReader {
    /// Where a text stops being JSON.
    struct Failure: Error, Hashable, CustomStringConvertible {
        /// From 1.
        var line: Int
        /// From 1, in characters.
        var column: Int
        var message: String

        var description: String { "line \(line), column \(column): \(message)" }
    }

    static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(line: 1, column: 1, message: "not text in UTF-8")
        }
        var reader = JSONReader(scalars: Array(text.unicodeScalars))
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        if reader.place < reader.scalars.count { throw reader.failure("text after the end of the value") }
        return value
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private static let deepest = 200

    private func failure(_ message: String) -> Failure {
        let before = scalars[..<min(place, scalars.count)]
        let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return Failure(line: 1 + before.count { $0 == "\n" }, column: 1 + before.count - start, message: message)
    }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func skipBlanks() {
        while let scalar = next, " \t\n\r".unicodeScalars.contains(scalar) { place += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        skipBlanks()
        guard depth < Self.deepest else { throw failure("nested too deep") }
        switch next {
        case nil: throw failure("a value is missing at the end")
        case "{": return try object(depth: depth)
        case "[": return try array(depth: depth)
        case "\"": return .string(try string())
        case let scalar? where scalar == "-" || "0"..."9" ~= scalar: return try number()
        default: return try word()
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        place += 1
        var members: [String: JSONValue] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard next == "\"" else { throw failure("a member's name in quotes is missing") }
            let start = place
            let name = try string()
            guard members[name] == nil else {
                place = start
                throw failure("“\(name)” is there twice")
            }
            guard take(":") else { throw failure("“:” is missing") }
            members[name] = try value(depth: depth + 1)
        } while take(",")
        guard take("}") else { throw failure("“,” or “}” is missing") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        place += 1
        var values: [JSONValue] = []
        if take("]") { return .array(values) }
        repeat { values.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw failure("“,” or “]” is missing") }
        return .array(values)
    }

    private mutating func string() throws(Failure) -> String {
        place += 1
        var units: [UInt16] = []
        while let scalar = next, scalar != "\"" {
            guard scalar.value >= 0x20 else { throw failure("a text goes on over the end of its line") }
            place += 1
            if scalar != "\\" {
                units += Array(String(scalar).utf16)
            } else {
                units.append(try escaped())
            }
        }
        guard next != nil else { throw failure("a text has no end") }
        place += 1
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func escaped() throws(Failure) -> UInt16 {
        let simple: [Unicode.Scalar: UInt16] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09,
        ]
        if let scalar = next, let unit = simple[scalar] {
            place += 1
            return unit
        }
        let digits = String(String.UnicodeScalarView(scalars[min(place + 1, scalars.count)...].prefix(4)))
        guard next == "u", digits.count == 4, let unit = UInt16(digits, radix: 16) else {
            throw failure("no escape that JSON knows")
        }
        place += 5
        return unit
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let text = scalars[place...].prefix { "0"..."9" ~= $0 || "+-.eE".unicodeScalars.contains($0) }
        let digits = text.drop { $0 == "-" }
        guard digits.first.map({ "0"..."9" ~= $0 }) == true,
            digits.first != "0" || digits.dropFirst().first.map({ !("0"..."9" ~= $0) }) ?? true,
            // The one is strict, the other exact.
            Double(String(String.UnicodeScalarView(text))) != nil,
            let value = Decimal(string: String(String.UnicodeScalarView(text)))
        else { throw failure("no number") }
        place += text.count
        return .number(value)
    }

    private mutating func word() throws(Failure) -> JSONValue {
        for (word, value) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)]
        where scalars[place...].starts(with: word.unicodeScalars) {
            place += word.count
            return value
        }
        throw failure("no value")
    }
}
