public import FileAccess
internal import Posix
public import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads files one after the other for another process, which can do without it: that process outlives whatever a file does to
/// this one.
public struct Worker {
    private let extraction: ReportExtraction
    private let limits: WorkerLimits

    /// - Parameter office: where conversions are kept; what they may cost say the limits.
    public init(
        forms: FormLibrary, limits: WorkerLimits, ocr: OCROptions = OCROptions(),
        office: OfficeOptions = OfficeOptions()
    ) {
        let office = OfficeOptions(cache: office.cache, time: limits.time, memory: limits.memory)
        extraction = ReportExtraction(forms: forms, ocr: ocr, office: office)
        self.limits = limits
    }

    /// Answers ``WorkRequest``s until standard input ends, or the worker has done its share.
    ///
    /// Standard output belongs to the answers: what libraries print there goes to standard error.
    ///
    /// - Throws: ``SystemError`` where nobody reads the answers any more.
    public func serve() throws(SystemError) {
        let answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard answers >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { throw SystemError(code: errno) }
        defer { close(answers) }
        let guardian = WorkerGuard(limits)
        var requests = LineReader(descriptor: .standardInput)
        var left = limits.files
        while left > 0, let line = try requests.next() {
            left -= 1
            var (answer, payload) = guardian.timing { self.answer(line) }
            // Half of what it may take is too much to begin another file with.
            answer.last = left == 0 || ProcessMemory.resident > limits.memory / 2
            if answer.last { left = 0 }
            var frame = WorkFrame.bytes(of: answer)
            frame += payload
            try Descriptor(answers).write(frame)
        }
    }

    private func answer(_ line: [UInt8]) -> (WorkAnswer, payload: [UInt8]) {
        guard let request = try? JSONDecoder().decode(WorkRequest.self, from: Data(line)) else {
            var answer = WorkAnswer(id: nil)
            answer.error = "not a request: a line of JSON with id and path is expected"
            return (answer, [])
        }
        ProcessMemory.resetPeak()
        let start = ContinuousClock.now
        var answer = WorkAnswer(id: request.id)
        var payload: [UInt8] = []
        do {
            var extraction = extraction
            extraction.password = request.password
            let file = try FileBytes(path: request.path, name: request.name, known: request.content)
            answer.sha256 = file.sha256
            if let reason = SkipReason(of: file) {
                answer.skipped = reason.name
                throw ReadError(.unknownFormat, file: file.name, cause: reason.detail)
            }
            let reports = try extraction.reports(in: file) { passed in
                guard passed.mayBeReport else { return }
                answer.failed = (answer.failed ?? []) + [.init(file: passed.error.file, error: passed.error.cause)]
            }
            for report in reports {
                payload += try JSONText.line(report).utf8
                payload.append(UInt8(ascii: "\n"))
            }
            answer.reports = reports.count
            answer.suspects = reports.reduce(0) { $0 + $1.figures.count { $0.figure.status == .suspect } }
        } catch let error as FileError {
            answer.error = error.cause
        } catch let error as ReadError {
            answer.error = error.cause
        } catch {
            answer.error = "\(error)"
        }
        if answer.error != nil { payload = [] }
        answer.bytes = payload.count
        answer.seconds = (ContinuousClock.now - start).seconds
        answer.memory = ProcessMemory.peak
        return (answer, payload)
    }
}

extension Duration {
    /// As a number, to the microsecond.
    package var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds / 1_000_000_000_000) / 1_000_000
    }
}
