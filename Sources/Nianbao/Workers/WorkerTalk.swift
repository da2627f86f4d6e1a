internal import Subprocess

/// Why a worker gave no answer.
enum TalkFailure: Error, Hashable {
    /// It took too long, and was killed.
    case outOfTime
    /// It ended.
    case gone
    /// What it wrote is no answer.
    case malformed
}

/// The parent's side of the pipes to one worker.
struct WorkerTalk {
    typealias Worker = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    private let worker: Worker
    private let limits: WorkerLimits
    private var pieces: SubprocessOutputSequence.Iterator
    private var parser = WorkFrameParser()
    /// False once it was killed.
    private(set) var isAlive = true

    /// How long a worker may take to end once it has nothing more to do, before it is killed.
    private static let timeToEnd: Duration = .seconds(5)

    init(_ worker: Worker, limits: WorkerLimits) {
        self.worker = worker
        self.limits = limits
        pieces = worker.standardOutput.makeAsyncIterator()
    }

    /// Asks, and waits for the answer as long as the limits allow.
    mutating func answer(to request: WorkRequest) async throws(TalkFailure) -> WorkFrame {
        let alarm = alarm(after: limits.patience)
        let result: Result<WorkFrame, TalkFailure>
        do throws(TalkFailure) {
            result = .success(try await exchange(request))
        } catch {
            result = .failure(error)
        }
        alarm.cancel()
        if await alarm.value {
            isAlive = false
            if case .failure = result { throw .outOfTime }
        }
        return try result.get()
    }

    /// Kills the worker and whatever it has started.
    func kill() { try? worker.send(signal: .kill, toProcessGroup: true) }

    /// Lets the worker end, and sees that it does.
    mutating func end() async {
        let alarm = alarm(after: Self.timeToEnd)
        try? await worker.standardInputWriter.finish()
        while let piece = try? await pieces.next() { _ = piece }
        alarm.cancel()
        _ = await alarm.value
        // In a task that was cancelled the pipe seems to have ended before it has.
        kill()
    }

    private mutating func exchange(_ request: WorkRequest) async throws(TalkFailure) -> WorkFrame {
        do { _ = try await worker.standardInputWriter.write(WorkFrame.bytes(of: request)) } catch { throw .gone }
        while true {
            do {
                if let frame = try parser.next() {
                    guard frame.answer.id == request.id else { throw TalkFailure.malformed }
                    return frame
                }
                guard let piece = try await pieces.next() else { throw TalkFailure.gone }
                piece.withUnsafeBytes { parser.append($0) }
            } catch is WorkFrameParser.Malformed {
                throw .malformed
            } catch let failure as TalkFailure {
                throw failure
            } catch {
                throw .gone
            }
        }
    }

    /// Kills the worker when the time is over; true where it has.
    private func alarm(after time: Duration) -> Task<Bool, Never> {
        let worker = worker
        return Task {
            do { try await Task.sleep(for: time) } catch { return false }
            try? worker.send(signal: .kill, toProcessGroup: true)
            return true
        }
    }
}

/// The end of what a worker wrote to standard error.
struct WorkerComplaint {
    private static let kept = 4096

    private let text: String

    /// Reads to the end, so that the worker never waits for a reader.
    init(reading pieces: SubprocessOutputSequence) async {
        var bytes: [UInt8] = []
        var iterator = pieces.makeAsyncIterator()
        while let piece = try? await iterator.next() {
            piece.withUnsafeBytes { bytes += $0 }
            bytes.removeFirst(max(0, bytes.count - Self.kept))
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    var lastLine: String { text.split(separator: "\n").last.map(String.init) ?? "it says nothing" }

    /// What poppler, C++, glib, Swift and the C library say before they give up for want of memory.
    var isAboutMemory: Bool {
        [
            "Out of memory", "bad_alloc", "failed to allocate", "Could not allocate memory", "Cannot allocate memory",
        ].contains { text.contains($0) }
    }
}
