#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An answer on a pipe: a line of JSON, and behind it the payload in as many bytes as the line says.
struct WorkFrame: Hashable, Sendable {
    var answer: WorkAnswer
    var payload: [UInt8]

    /// A line of JSON, with its end.
    static func bytes(of value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Numbers and strings only: what could not be encoded would be a mistake in this module.
        guard let data = try? encoder.encode(value) else { preconditionFailure("a frame that is no JSON") }
        return Array(data) + [UInt8(ascii: "\n")]
    }
}

/// Puts frames together from whatever pieces a pipe gives.
struct WorkFrameParser {
    /// What comes is no frame: something else writes to the pipe.
    struct Malformed: Error, Hashable {}

    /// A header is a few numbers; one that does not end is none.
    private static let longestHeader = 1 << 16

    private var buffer: [UInt8] = []
    private var answer: WorkAnswer?

    mutating func append(_ bytes: some Sequence<UInt8>) { buffer += bytes }

    /// The next whole frame; nil where more bytes are needed.
    mutating func next() throws(Malformed) -> WorkFrame? {
        if answer == nil {
            guard let end = buffer.firstIndex(of: UInt8(ascii: "\n")) else {
                if buffer.count > Self.longestHeader { throw Malformed() }
                return nil
            }
            guard let header = try? JSONDecoder().decode(WorkAnswer.self, from: Data(buffer[..<end])), header.bytes >= 0
            else { throw Malformed() }
            buffer.removeFirst(end + 1)
            answer = header
        }
        guard let answer, buffer.count >= answer.bytes else { return nil }
        defer {
            buffer.removeFirst(answer.bytes)
            self.answer = nil
        }
        return WorkFrame(answer: answer, payload: Array(buffer.prefix(answer.bytes)))
    }
}
