internal import Conversion
internal import PDFReader
internal import ReportStandard

/// What is known of an input.
enum InputState: Hashable, Sendable {
    /// The key of its content in the ledger.
    case content(String)
    /// The place of the first input with this content.
    case duplicate(of: Int)
    /// It could not be opened.
    case unopened(String)
}

/// Goes through the inputs in their order, and gives out those that have to be read.
actor Intake {
    let files: [InputFile]
    private(set) var states: [InputState] = []
    private(set) var count: RunCount
    private let ledger: Ledger?
    private let settings: String
    private let retriesFailed: Bool
    private var places: [String: Int] = [:]

    /// - Parameter settings: what decides on the result besides the content, as a name.
    init(files: [InputFile], ledger: Ledger?, settings: String, retriesFailed: Bool) {
        self.files = files
        self.ledger = ledger
        self.settings = settings
        self.retriesFailed = retriesFailed
        count = RunCount(files: files.count)
        states.reserveCapacity(files.count)
    }

    /// The next file that has to be read; nil when there is none.
    func next() throws(OutputError) -> WorkRequest? {
        while states.count < files.count {
            let index = states.count
            let path = files[index].path
            let bytes: FileBytes
            do { bytes = try FileBytes(path: path) } catch {
                states.append(.unopened(error.cause))
                count.failed += 1
                continue
            }
            // The same bytes are read in another way where a name says that they are something else.
            let kind = (try? Source.Kind(of: bytes))?.rawValue ?? "unknown"
            let key = key(sha256: bytes.sha256, kind: kind)
            if let first = places[key] {
                states.append(.duplicate(of: first))
                count.duplicates += 1
                continue
            }
            places[key] = index
            states.append(.content(key))
            guard let entry = try ledger?.entry(key), !(retriesFailed && entry.failure != nil) else {
                return WorkRequest(id: index, path: path)
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

    /// Outcomes as the ledger keeps them.
    func records(of outcomes: [FileOutcome]) -> [Ledger.Record] {
        outcomes.map { outcome in
            // A file that has changed since it was given out is another content.
            if let sha256 = outcome.sha256, case .content(let key) = states[outcome.id], !key.hasPrefix(sha256) {
                states[outcome.id] = .content(self.key(sha256: sha256, kind: String(key.split(separator: ":")[1])))
            }
            guard case .content(let key) = states[outcome.id] else {
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

    private func key(sha256: String, kind: String) -> String { "\(sha256):\(kind):\(settings)" }
}
