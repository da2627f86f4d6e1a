import ArchiveConversion
import Nianbao
import Posix
import Synchronization

/// Tells on standard error how far a run is: a live line on a terminal, else a line now and then.
final class RunProgress: Sendable {
    private let log: LogOptions.Format?
    private let isLive: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// How many failures are told for people; the outputs have all.
    private static let failuresTold = 20

    private struct State {
        var failures = 0
        var told: ContinuousClock.Instant?
        var hasLine = false
        var isAtEnd = false
    }

    init(_ options: LogOptions) {
        log = options.quiet ? nil : options.format
        isLive = !options.quiet && options.format == .text && isatty(StandardStream.error.rawValue) == 1
    }

    func note(_ step: ArchiveRun.Step) {
        guard log != nil else { return }
        switch step {
        case .reading(let count):
            let isDue = state.withLock { state in
                let now = ContinuousClock.now
                // The end is told once.
                if state.isAtEnd { return false }
                state.isAtEnd = count.seen == count.files
                if let told = state.told, now - told < (isLive ? .milliseconds(100) : .seconds(10)),
                    count.seen < count.files
                {
                    return false
                }
                if state.told == nil, count.seen == 0 {
                    state.told = now
                    return isLive
                }
                state.told = now
                return true
            }
            if isDue { tell("reading", count) }
        case .failed(let file, let cause): tell("failed", file, cause)
        case .skipped(let file, let cause): tell("skipped", file, cause)
        case .writing(let path):
            clear()
            if log == .json {
                say(#"{"event":"writing","output":\#(Self.quoted(path))}"#)
            } else if !isLive {
                StandardStream.say("writing \(path)")
            }
        }
    }

    private func tell(_ event: String, _ file: String, _ cause: String) {
        if log == .json {
            say(#"{"event":"\#(event)","file":\#(Self.quoted(file)),"cause":\#(Self.quoted(cause))}"#)
            return
        }
        let number = state.withLock { state in
            state.failures += 1
            return state.failures
        }
        if number <= Self.failuresTold { StandardStream.say("\(file): \(cause)") }
    }

    /// The summary of a run.
    func end(_ count: RunCount) {
        clear()
        guard log == .text else {
            if log == .json { tell("done", count) }
            return
        }
        let rows = [
            ("files", count.files), ("read", count.read), ("read before", count.known), ("failed", count.failed),
            ("failed before", count.knownFailed), ("same content as another", count.duplicates),
            ("skipped", count.skipped),
            ("skipped, may be reports", count.unread),
            ("reports", count.reports), ("files with suspect figures", count.suspect),
            ("files that lack a table", count.lacking),
        ].filter { $0.1 > 0 || ["files", "read", "failed"].contains($0.0) }
        let untold = state.withLock(\.failures) - Self.failuresTold
        if untold > 0 { StandardStream.say("and \(untold) more that were not read; the outputs name them") }
        for (name, number) in rows {
            StandardStream.say(name + String(repeating: " ", count: max(1, 28 - name.count)) + "\(number)")
        }
        let seconds = elapsed
        StandardStream.say("time" + String(repeating: " ", count: 24) + "\(Self.tenths(seconds)) s")
    }

    /// What a run would do.
    func plan(_ count: RunCount) {
        if log == .json {
            say(
                #"{"event":"plan","files":\#(count.files),"to_read":\#(count.read),"known":\#(count.known),"#
                    + #""known_failed":\#(count.knownFailed),"duplicates":\#(count.duplicates),"failed":\#(count.failed),"#
                    + #""skipped":\#(count.skipped),"unread":\#(count.unread),"kinds":\#(Self.object(count.kinds)),"#
                    + #""skips":\#(Self.object(Self.names(count.skips)))}"#
            )
            return
        }
        StandardStream.say(
            "\(count.files) files: \(count.read) to read, \(count.known) read before, \(count.knownFailed) failed before, "
                + "\(count.duplicates) with the content of another, \(count.failed) cannot be opened, "
                + "\(count.skipped) skipped")
        for (what, counts) in [("kinds", count.kinds), ("skipped", Self.names(count.skips))] where !counts.isEmpty {
            StandardStream.say(
                "\(what): " + Self.sorted(counts).map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
    }

    func stop(_ message: String) {
        clear()
        if log == .json {
            say(#"{"event":"stopped","cause":\#(Self.quoted(message))}"#)
        } else {
            StandardStream.say(message)
        }
    }

    private var elapsed: Double { (ContinuousClock.now - start).inSeconds }

    private func tell(_ event: String, _ count: RunCount) {
        let seconds = elapsed
        let worked = count.read + count.failed
        let rate = seconds > 0 ? Double(worked) / seconds : 0
        let left = rate > 0 && worked > 0 ? Double(count.files - count.seen) / rate : nil
        if log == .json {
            say(
                #"{"event":"\#(event)","files":\#(count.files),"seen":\#(count.seen),"read":\#(count.read),"known":\#(count.known),"#
                    + #""failed":\#(count.allFailed),"duplicates":\#(count.duplicates),"skipped":\#(count.skipped),"suspect":\#(count.suspect),"#
                    + #""files_per_second":\#(Self.tenths(rate)),"seconds":\#(Self.tenths(seconds))}"#)
            return
        }
        var line =
            "\(count.seen)/\(count.files) done, \(count.allFailed) failed, \(count.suspect) suspect, \(Self.tenths(rate)) files/s"
        if let left, count.seen < count.files { line += ", \(Self.clock(left)) left" }
        if isLive {
            state.withLock { $0.hasLine = true }
            try? StandardStream.error.write(Array("\r\u{1B}[K\(line)".utf8))
        } else {
            StandardStream.say(line)
        }
    }

    private func clear() {
        guard state.withLock({ $0.hasLine }) else { return }
        state.withLock { $0.hasLine = false }
        try? StandardStream.error.write(Array("\r\u{1B}[K".utf8))
    }

    private func say(_ line: String) { try? StandardStream.error.write(Array((line + "\n").utf8)) }

    private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return whole >= 3600
            ? "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))" : "\(whole / 60):\(two(whole % 60))"
    }

    private static func names(_ skips: [SkipReason.Name: Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: skips.map { ($0.key.rawValue, $0.value) })
    }

    /// The most first.
    private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    }

    private static func object(_ counts: [String: Int]) -> String { (try? JSONText.line(counts)) ?? "{}" }

    private static func quoted(_ text: String) -> String {
        (try? JSONText.line(text)) ?? "\"\""
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
