internal import Subprocess
internal import SystemPackage

/// No worker can be started at all.
public struct WorkerStartError: Error, Sendable, CustomStringConvertible {
    public let tool: String
    public let cause: String

    public var description: String { "\(tool): cannot be started as a worker: \(cause)" }
}

/// One of the places for workers in a pool: there is always one at work, until there is no more work.
struct WorkerSlot {
    let pool: WorkerPool
    let source: WorkSource
    let channel: BoundedChannel<FileOutcome>

    func run() async throws {
        var request = try await source.next()
        while let first = request, !Task.isCancelled {
            let life = try await life(beginningWith: first)
            if let lost = life.lost { try await tryAgain(lost) }
            request = life.isLastRequestServed ? nil : try await source.next()
        }
    }

    /// In a worker that reads nothing else, so that nothing which others left behind is to blame.
    ///
    /// No file can make its reader end by `SIGKILL`: that comes from the system or a person, and is no answer. So it is tried once
    /// more, but not for ever, for the system may have run out of memory because of this file.
    private func tryAgain(_ first: LostAttempt) async throws {
        var lost = first
        repeat {
            guard var next = try await life(beginningWith: lost.request, after: lost).lost else { return }
            next.seconds += lost.seconds
            next.attempts += lost.attempts
            lost = next
        } while lost.cause == .signal(9) && lost.attempts < Self.mostAttempts && !Task.isCancelled
        await channel.send(
            FileOutcome(
                id: lost.request.id, path: lost.request.name ?? lost.request.path, result: .failure(lost.cause),
                attempts: lost.attempts,
                seconds: lost.seconds, memory: 0))
    }

    private static let mostAttempts = 4

    /// What is left when a worker has gone.
    private struct Life {
        /// The file that it was lost with.
        var lost: LostAttempt?
        /// There is nothing left to do.
        var isLastRequestServed = false
    }

    struct LostAttempt {
        var request: WorkRequest
        var cause: FailureCause
        /// Of this attempt and those before.
        var seconds: Double
        var attempts = 1
    }

    /// How the talk with a worker ended.
    private enum Ending {
        case noMoreWork
        case workerHasDoneItsShare
        case lost(WorkRequest, TalkFailure, seconds: Double)
    }

    /// Starts a worker and lets it read until it ends, or until there is nothing left to read.
    ///
    /// - Parameter earlier: where given, this is another attempt, and the worker reads one file only.
    private func life(beginningWith first: WorkRequest, after earlier: LostAttempt? = nil) async throws -> Life {
        var platform = PlatformOptions()
        platform.processGroupID = 0
        let result: (ending: Ending, complaint: WorkerComplaint, status: TerminationStatus)
        do {
            let run = try await Subprocess.run(
                .path(FilePath(pool.tool)), arguments: Arguments(arguments),
                // A crash in a library is reported by its signal; looking for its place takes seconds.
                environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]), platformOptions: platform,
                input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                async let complaint = WorkerComplaint(reading: execution.standardError)
                let ending = try await talk(WorkerTalk(execution, limits: pool.limits), first: first, after: earlier)
                return (ending, await complaint)
            }
            result = (run.closureResult.0, run.closureResult.1, run.terminationStatus)
        } catch let error as SubprocessError {
            throw WorkerStartError(tool: pool.tool, cause: "\(error)")
        }
        switch result.ending {
        case .noMoreWork: return Life(isLastRequestServed: true)
        case .workerHasDoneItsShare: return Life()
        case .lost(let request, let failure, let seconds):
            let cause = try cause(of: failure, complaint: result.complaint, status: result.status)
            return Life(lost: LostAttempt(request: request, cause: cause, seconds: seconds))
        }
    }

    private func talk(_ talk: WorkerTalk, first: WorkRequest, after earlier: LostAttempt?) async throws -> Ending {
        var talk = talk
        var request = first
        while true {
            let start = ContinuousClock.now
            do throws(TalkFailure) {
                if request.password == nil { request.password = pool.password }
                let frame = try await talk.answer(to: request)
                await channel.send(outcome(of: frame, to: request, after: earlier))
                if frame.answer.last || earlier != nil || !talk.isAlive {
                    await talk.end()
                    return .workerHasDoneItsShare
                }
            } catch {
                talk.kill()
                await talk.end()
                return .lost(request, error, seconds: (ContinuousClock.now - start).seconds)
            }
            let next: WorkRequest?
            do { next = try await source.next() } catch {
                await talk.end()
                throw error
            }
            guard let next else {
                await talk.end()
                return .noMoreWork
            }
            request = next
        }
    }

    private func outcome(of frame: WorkFrame, to request: WorkRequest, after earlier: LostAttempt?) -> FileOutcome {
        let answer = frame.answer
        let read = ReadReports(count: answer.reports, suspects: answer.suspects, json: frame.payload)
        return FileOutcome(
            id: request.id, path: request.name ?? request.path,
            result: answer.error.map { .failure(.unreadable($0)) } ?? .success(read),
            attempts: 1 + (earlier?.attempts ?? 0), seconds: answer.seconds + (earlier?.seconds ?? 0),
            memory: answer.memory,
            sha256: answer.sha256)
    }

    private func cause(
        of failure: TalkFailure, complaint: WorkerComplaint, status: TerminationStatus
    ) throws(WorkerStartError) -> FailureCause {
        switch failure {
        case .outOfTime: return .noAnswer(pool.limits.patience.seconds)
        case .malformed: return .malformedAnswer
        case .gone: break
        }
        switch status {
        // Wrong usage, or no such program: no file is to blame.
        case .exited(let code) where [64, 126, 127].contains(code):
            throw WorkerStartError(tool: pool.tool, cause: complaint.lastLine)
        case .exited(WorkerGuard.timeExitCode): return .timeLimit(pool.limits.time.seconds)
        case .exited(WorkerGuard.memoryExitCode): return .memoryLimit(pool.limits.memory)
        case _ where complaint.isAboutMemory: return .memoryLimit(pool.limits.memory)
        case .exited(let code): return .exit(code)
        case .signaled(let number): return .signal(number)
        }
    }

    private var arguments: [String] {
        [
            "worker", "--files", "\(pool.limits.files)", "--memory", "\(pool.limits.memory >> 20)", "--timeout",
            "\(pool.limits.time.seconds)",
        ] + (pool.forms.map { ["--forms", $0] } ?? []) + engineArguments
    }

    private var engineArguments: [String] {
        ["--ocr", pool.ocr.mode.rawValue, "--ocr-threads", "\(pool.ocr.threads)"]
            + (pool.ocr.environment.map { ["--ocr-environment", $0] } ?? [])
            + (pool.ocr.cache.map { ["--ocr-cache", $0] } ?? ["--no-ocr-cache"])
            + (pool.office.cache.map { ["--office-cache", $0] } ?? ["--no-office-cache"])
    }
}
