internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The lines of a file of decisions, taken one after the other as they are written.
public struct DecisionLines: Sendable {
    /// A line that is no decision. It stays in the file.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public var file: String
        /// From 1.
        public var line: Int
        public var cause: String

        public var description: String { "\(file):\(line): not a decision: \(cause)" }
    }

    private let file: String
    private var number = 0
    /// The beginning of a line whose end has not come.
    private var rest: [UInt8] = []

    /// - Parameter file: its name, for messages.
    public init(file: String) { self.file = file }

    /// What the next bytes of the file hold. A line without its end waits for more.
    public mutating func take(_ bytes: [UInt8]) -> [Result<Decision, LineError>] {
        rest += bytes
        guard let end = rest.lastIndex(of: 0x0A) else { return [] }
        let lines = rest[..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
        rest.removeSubrange(...end)
        return lines.compactMap { decision(in: $0) }
    }

    /// What stands behind the last line feed, at the end of the file.
    public mutating func finish() -> [Result<Decision, LineError>] {
        let last = rest
        rest = []
        return last.isEmpty ? [] : [decision(in: last[...])].compactMap(\.self)
    }

    /// ``Problem`` as an error.
    public struct LineError: Error, Hashable, Sendable {
        public var problem: Problem
    }

    /// nil for an empty line.
    private mutating func decision(in line: ArraySlice<UInt8>) -> Result<Decision, LineError>? {
        number += 1
        guard !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) else { return nil }
        do {
            return .success(try JSONDecoder().decode(Decision.self, from: Data(line)))
        } catch {
            return .failure(LineError(problem: Problem(file: file, line: number, cause: Self.cause(error))))
        }
    }

    private static func cause(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
