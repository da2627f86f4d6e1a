/// Why a file gave nothing.
public enum FailureCause: Error, Hashable, Sendable {
    /// The file was read to its end, or not opened at all: it is no report that can be read, and says why.
    case unreadable(String)
    /// The worker took more processor time than it may, in seconds.
    case timeLimit(Double)
    /// The worker gave no answer in the time that it has by the clock, in seconds.
    case noAnswer(Double)
    /// The worker wanted more memory than it may take, in bytes.
    case memoryLimit(Int)
    /// The worker crashed.
    case signal(Int32)
    /// The worker ended by itself.
    case exit(Int32)
    /// The worker wrote something else than an answer.
    case malformedAnswer

    /// A stable name.
    public var name: String {
        switch self {
        case .unreadable: "unreadable"
        case .timeLimit: "time_limit"
        case .noAnswer: "no_answer"
        case .memoryLimit: "memory_limit"
        case .signal: "signal"
        case .exit: "exit"
        case .malformedAnswer: "malformed_answer"
        }
    }
}

extension FailureCause: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let cause): cause
        case .timeLimit(let seconds): "took more than \(seconds.formatted) s of processor time"
        case .noAnswer(let seconds): "the reader gave no answer in \(seconds.formatted) s"
        case .memoryLimit(let bytes): "took more memory than \(bytes >> 20) MiB"
        case .signal(let number):
            "the reader crashed: signal \(number)\(Self.signalNames[number].map { " (\($0))" } ?? "")"
        case .exit(let code): "the reader ended with exit code \(code)"
        case .malformedAnswer: "the reader gave no proper answer"
        }
    }

    private static let signalNames: [Int32: String] = [
        4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 15: "SIGTERM",
        24: "SIGXCPU", 31: "SIGSYS",
    ]
}

extension Double {
    /// Without a fraction where there is none.
    fileprivate var formatted: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
