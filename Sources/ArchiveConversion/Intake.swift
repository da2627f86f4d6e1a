internal import FileAccess
internal import Nianbao

/// What is known of an input.
enum InputState: Hashable, Sendable {
    /// The key of its content in the ledger.
    case content(String)
    /// The place of the first input with this content.
    case duplicate(of: Int)
    /// It is not read.
    case skipped(SkipReason)
    /// No worker is asked: it cannot be opened, or is larger than what may be read.
    case refused(FailureCause)
}

/// Goes through the inputs, and gives out those that have to be read.
actor Intake {
    private let files: [InputFile]
    /// The order in which they are looked at: that of their paths, but entries of an archive as they come.
    private let order: [Int]
    private var position = 0
    private var known: [InputState]
    private(set) var count: RunCount
    private let reader: InputReader
    /// Unpacked for workers that are at it.
    private var spooled: [Int: UnnamedFile] = [:]
    private let ledger: Ledger?
    private let settings: String
    private let retriesFailed: Bool
    private var keys = Set<String>()
    /// As what, and by what, the inputs are read that have been looked at.
    private var readings: [Int: String] = [:]

    /// - Parameter settings: what decides on the result besides the content, as a name.
    init(files: [InputFile], reader: InputReader, ledger: Ledger?, settings: String, retriesFailed: Bool) {
        self.files = files
        self.reader = reader
        order = Self.order(of: files)
        known = [InputState](repeating: .refused(.unreadable("not looked at")), count: files.count)
        self.ledger = ledger
        self.settings = settings
        self.retriesFailed = retriesFailed
        count = RunCount(files: files.count)
    }

    /// What is known of every input, once all have been given out. Of several with one content the first by its path is read.
    var states: [InputState] {
        var first: [String: Int] = [:]
        return known.enumerated().map { index, state in
            guard case .content(let key) = state else { return state }
            if let original = first[key] { return .duplicate(of: original) }
            first[key] = index
            return state
        }
    }

    /// The next file that has to be read; nil when there is none.
    func next() throws(OutputError) -> WorkRequest? {
        while position < order.count {
            let index = order[position]
            position += 1
            let file = files[index]
            let content: InputContent
            switch try reader.content(of: file) {
            case .failure(let cause):
                known[index] = .refused(cause)
                count.failed += 1
                continue
            case .success(let found): content = found
            }
            if let reason = content.skip {
                known[index] = .skipped(reason)
                count.skip(reason)
                continue
            }
            count.kinds[content.kind, default: 0] += 1
            let reading = content.tools.isEmpty ? content.kind : content.kind + "; " + content.tools
            let key = key(sha256: content.sha256, reading: reading)
            known[index] = .content(key)
            readings[index] = reading
            guard keys.insert(key).inserted else {
                count.duplicates += 1
                continue
            }
            guard let entry = try ledger?.entry(key), !(retriesFailed && entry.failure != nil) else {
                spooled[index] = content.spooled
                return WorkRequest(id: index, path: content.path, name: file.path, content: content.known)
            }
            if entry.failure == nil {
                count.known += 1
                count.reports += entry.reports
                if entry.suspects > 0 { count.suspect += 1 }
            } else {
                count.knownFailed += 1
            }
        }
        return nil
    }

    /// How many would be given out.
    func remaining() throws(OutputError) -> Int {
        var number = 0
        while try next() != nil {
            number += 1
            spooled = [:]
        }
        return number
    }

    /// Outcomes as the ledger keeps them.
    func records(of outcomes: [FileOutcome]) -> [Ledger.Record] {
        outcomes.map { outcome in
            // A file that has changed since it was given out is another content.
            if let sha256 = outcome.sha256, let reading = readings[outcome.id] {
                known[outcome.id] = .content(key(sha256: sha256, reading: reading))
            }
            spooled[outcome.id] = nil
            guard case .content(let key) = known[outcome.id] else {
                preconditionFailure("an outcome without a request")
            }
            return Ledger.Record(key: key, outcome: outcome)
        }
    }

    /// Counts outcomes that are in the ledger.
    func add(_ outcomes: [FileOutcome]) -> RunCount {
        for outcome in outcomes {
            switch outcome.result {
            case .success(let read):
                count.read += 1
                count.reports += read.count
                if read.suspects > 0 { count.suspect += 1 }
            case .failure: count.failed += 1
            }
        }
        return count
    }

    private static func order(of files: [InputFile]) -> [Int] {
        var members: [String: [(place: [Int], index: Int)]] = [:]
        for (index, file) in files.enumerated() {
            if case .member(let member) = file.origin {
                members[member.archive, default: []].append((member.place, index))
            }
        }
        return files.indices.flatMap { index in
            guard case .member(let member) = files[index].origin else { return [index] }
            // All of them where the first one stands.
            return (members.removeValue(forKey: member.archive) ?? [])
                .sorted { $0.place.lexicographicallyPrecedes($1.place) }.map(\.index)
        }
    }

    private func key(sha256: String, reading: String) -> String { "\(sha256):\(reading):\(settings)" }
}
