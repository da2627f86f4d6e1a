import TestSupport
import Testing

@testable import Nianbao

@Suite("Frames on a pipe")
struct WorkFrameTests {
    private func frame(_ id: Int, _ payload: String) -> WorkFrame {
        var answer = WorkAnswer(id: id)
        answer.bytes = payload.utf8.count
        return WorkFrame(answer: answer, payload: Array(payload.utf8))
    }

    @Test("frames come out whole, however the bytes are cut")
    func pieces() throws {
        let frames = [frame(1, "{\"a\":\n1}\n"), frame(2, ""), frame(3, "年报\n")]
        let bytes = frames.flatMap { WorkFrame.bytes(of: $0.answer) + $0.payload }
        for size in 1...bytes.count {
            var parser = WorkFrameParser()
            var found: [WorkFrame] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                parser.append(bytes[start..<min(start + size, bytes.count)])
                while let frame = try parser.next() { found.append(frame) }
            }
            #expect(found == frames)
        }
    }

    @Test("what is no header is refused", arguments: ["hello\n", "{\"bytes\":-1}\n", "{"])
    func malformed(text: String) {
        var parser = WorkFrameParser()
        parser.append(text.utf8)
        // A header that does not end is none either.
        if !text.hasSuffix("\n") { parser.append([UInt8](repeating: UInt8(ascii: " "), count: 70_000)) }
        #expect(throws: WorkFrameParser.Malformed.self) { _ = try parser.next() }
    }
}
