import Testing

@testable import OCR

@Suite("The engine's process")
struct EngineProcessTests {
    private func shell(_ script: String) throws -> EngineProcess {
        try EngineProcess("/bin/sh", arguments: ["-c", script], environment: [:])
    }

    private var soon: ContinuousClock.Instant { .now + .seconds(20) }

    @Test("lines and bytes come back whole, however large")
    func talk() throws {
        let process = try shell("cat")
        let bytes = [UInt8](repeating: 65, count: 300_000)
        try process.send(Array("head\n".utf8), by: soon)
        #expect(try process.line(by: soon) == Array("head".utf8))
        // More than a pipe holds: what is written must be read meanwhile, as the engine does before it answers.
        let counter = try shell("head -c 300000 | wc -c")
        try counter.send(bytes, by: soon)
        #expect(try counter.line(by: soon) == Array("300000".utf8))
    }

    @Test("one that ends is gone, one that says nothing is out of time, one that does not exist does not start")
    func failures() throws {
        let ended = try shell("exit 3")
        #expect(throws: EngineProcess.Failure.gone) { try ended.line(by: soon) }
        let silent = try shell("sleep 60")
        #expect(throws: EngineProcess.Failure.outOfTime) { try silent.line(by: .now + .milliseconds(50)) }
        #expect(throws: EngineProcess.Failure.self) {
            try EngineProcess("/nonexistent", arguments: [], environment: [:])
        }
    }

    @Test("where no engine is installed the error says what to do")
    func missing() throws {
        let engine = RapidOCR(environment: "/nonexistent", threads: 1)
        #expect(!engine.isInstalled)
        let error = try #require(
            #expect(throws: RecognitionError.self) {
                try engine.recognize([Crop(width: 1, height: 1, pixels: [0])])
            })
        #expect(error.kind == .missing)
        #expect(error.cause.contains("samples/setup-ocr.sh"))
        #expect(try engine.recognize([]).isEmpty)
    }
}
