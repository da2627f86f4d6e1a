public import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// All decisions of all people, and what follows from them.
///
/// Nothing is ever changed or taken out: of what a person has said about a figure the latest counts, and of several people's the
/// latest stands. Where they do not agree there is a conflict, until they do.
public struct DecisionBook: Sendable {
    private struct Entry: Sendable {
        var decision: Decision
        var date: Date
        /// As they came.
        var number: Int
    }

    /// Which report of a file, by its content.
    public struct Document: Hashable, Sendable {
        public var sha256: String
        public var number: Int

        public init(sha256: String, number: Int) {
            self.sha256 = sha256
            self.number = number
        }
    }

    /// The latest of each person.
    private var latest: [Document: [IndicatorCode: [String: Entry]]] = [:]
    /// How many lines there are.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { latest.isEmpty }

    public mutating func add(_ decision: Decision) {
        count += 1
        let document = Document(sha256: decision.subject.sha256, number: decision.subject.document)
        let entry = Entry(decision: decision, date: decision.date ?? .distantPast, number: count)
        let known = latest[document]?[decision.subject.code]?[decision.by]
        if let known, known.date > entry.date { return }
        latest[document, default: [:]][decision.subject.code, default: [:]][decision.by] = entry
    }

    /// The documents that decisions are about, in an order that does not change.
    public var documents: [Document] {
        latest.keys.sorted { ($0.sha256, $0.number) < ($1.sha256, $1.number) }
    }

    /// The figures of a document that decisions are about.
    public func codes(of document: Document) -> [IndicatorCode] { (latest[document] ?? [:]).keys.sorted() }

    /// What each person has to say about a figure, the earliest first; what was withdrawn is not among it.
    public func opinions(on code: IndicatorCode, of document: Document) -> [Decision] {
        (latest[document]?[code] ?? [:]).values.filter { $0.decision.kind != .withdrawn }
            .sorted { ($0.date, $0.number) < ($1.date, $1.number) }.map(\.decision)
    }

    /// The decision that stands about a figure.
    public func standing(on code: IndicatorCode, of document: Document) -> Decision? {
        opinions(on: code, of: document).last
    }

    /// The decisions that stand about a document.
    public func standing(on document: Document) -> [IndicatorCode: Decision] {
        guard let codes = latest[document] else { return [:] }
        return codes.keys.reduce(into: [:]) { $0[$1] = standing(on: $1, of: document) }
    }

    /// All decisions that stand, by document and code.
    public var allStanding: [Decision] {
        documents.flatMap { document in
            codes(of: document).compactMap { standing(on: $0, of: document) }
        }
    }

    /// What people do not agree about, by document and code.
    public var conflicts: [[Decision]] {
        documents.flatMap { document in
            codes(of: document).compactMap { code in
                let opinions = opinions(on: code, of: document)
                guard let last = opinions.last, !opinions.allSatisfy({ $0.agrees(with: last) }) else { return nil }
                return opinions
            }
        }
    }
}

extension DecisionBook.Document {
    public init(_ report: Report) { self.init(sha256: report.source.sha256, number: report.source.document) }
}
