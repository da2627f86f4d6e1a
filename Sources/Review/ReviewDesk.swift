internal import ArchiveConversion
internal import Decisions
internal import FileAccess
internal import Foundation
internal import ReportForms
internal import ReportStandard

/// Where decisions are made: what has been settled, by whom, and the file that keeps it.
///
/// The file is the truth. What others add to it is taken up before every answer, and what is decided here is on the disk before
/// anybody is told so.
actor ReviewDesk {
    nonisolated let store: ReviewStore
    nonisolated let decisionsPath: String
    /// Who decides here.
    nonisolated let reviewer: String
    private let review: ReportReview
    private var file: DecisionFile
    private(set) var book = DecisionBook()
    /// Lines of the file that are no decisions.
    private(set) var problems: [DecisionLines.Problem] = []
    /// What was decided under this name and not withdrawn, the latest last.
    private var own: [Decision.Subject] = []
    /// Of which only the decided figures count as settled so far.
    private var unfinished = Set<DecisionBook.Document>()
    /// Of the ledger.
    private var version: Int?

    init(store: ReviewStore, decisionsPath: String, reviewer: String, forms: FormLibrary) {
        self.store = store
        self.decisionsPath = decisionsPath
        self.reviewer = reviewer
        review = ReportReview(forms: forms)
        file = DecisionFile(path: decisionsPath)
    }

    /// Takes up what has been added to the file, by whomever.
    func refresh() throws {
        let news: [Result<Decision, DecisionLines.LineError>]
        do throws(FileError) { news = try file.news() } catch {
            throw ReviewError(.failed, zh: "\(error)", en: "\(error)")
        }
        var documents = Set<DecisionBook.Document>()
        let version = try store.version
        if version != self.version {
            // Reports and what there is to settle have other numbers now.
            try store.clearSettled()
            documents.formUnion(book.documents)
            self.version = version
        }
        for line in news {
            switch line {
            case .failure(let error): problems.append(error.problem)
            case .success(let decision):
                book.add(decision)
                documents.insert(.init(sha256: decision.subject.sha256, number: decision.subject.document))
                guard decision.by == reviewer else { continue }
                own.removeAll { $0 == decision.subject }
                if decision.kind != .withdrawn { own.append(decision.subject) }
            }
        }
        // A decision just made shows at once all that it settles. Where there are very many, as at the beginning, their own figures
        // do, and the rest when there is time: for that whole reports have to be looked at.
        if documents.count > Self.mostAtOnce { unfinished.formUnion(documents) }
        for document in documents {
            for entry in try store.entries(sha256: document.sha256, document: document.number) {
                if documents.count > Self.mostAtOnce { try settleByCode(entry, document) } else { try settle(entry) }
            }
        }
    }

    private static let mostAtOnce = 20

    /// Looks at one of the reports of which only the decided figures count as settled so far.
    ///
    /// - Returns: false when there is none left.
    func finishNext() throws -> Bool {
        guard let document = unfinished.popFirst() else { return false }
        for entry in try store.entries(sha256: document.sha256, document: document.number) { try settle(entry) }
        return true
    }

    /// Works out which things of a report are settled by a decision on their own figure, from the index alone.
    private func settleByCode(_ entry: ReviewStore.Entry, _ document: DecisionBook.Document) throws {
        let decisions = book.standing(on: document)
        try store.setSettled(
            store.items(of: entry.id).filter { item in
                guard let decision = decisions[IndicatorCode(item.code)] else { return false }
                return decision.kind == .left
                    || decision.was.status.rawValue == item.status
                        && decision.was.value.map { "\($0)" } == item.value
            }.map(\.id), of: entry.id)
    }

    /// A report with the decisions that stand about it, beside what was read.
    func reports(of entry: ReviewStore.Entry) throws -> (
        read: Report, now: Report, decisions: [IndicatorCode: Decision]
    ) {
        let read = try store.report(entry)
        let decisions = book.standing(on: .init(read))
        return (read, review.applied(decisions, to: read).report, decisions)
    }

    /// Works out what of a report is settled.
    private func settle(_ entry: ReviewStore.Entry) throws {
        let items = try store.items(of: entry.id)
        guard !items.isEmpty else { return }
        let (_, now, decisions) = try reports(of: entry)
        let figures = Dictionary(now.figures.map { ($0.code.description, $0.figure) }) { first, _ in first }
        let failing = Set(now.checks.lazy.filter { !$0.holds }.map(\.id))
        let left = Set(decisions.filter { $0.value.kind == .left }.map(\.key.description))
        try store.setSettled(
            items.filter { item in
                if figures[item.code]?.status == .reviewed || left.contains(item.code) { return true }
                switch ReviewItem.Kind(rawValue: item.kind) {
                case .check: return item.subject.map { !failing.contains($0) } ?? false
                case .suspect: return figures[item.code]?.status != .suspect
                default: return false
                }
            }.map(\.id), of: entry.id)
    }

    /// What somebody at the page asks to be noted.
    struct Wish: Decodable, Sendable {
        var report: Int
        /// Which file, and which report of it, the page shows under this number.
        var sha256: String?
        var document: Int?
        var code: String
        var decision: Decision.Kind
        var value: String?
        var note: String?
    }

    /// Notes a decision; when this returns it is on the disk.
    func decide(_ wish: Wish) throws {
        let entry = try store.entry(wish.report)
        guard wish.sha256 ?? entry.sha256 == entry.sha256, wish.document ?? entry.document == entry.document else {
            throw ReviewError(
                .wrong, zh: "已重新转换，请刷新页面后再核定", en: "it was converted again; reload the page and decide then")
        }
        let read = try store.report(entry)
        let code = IndicatorCode(wish.code)
        guard let figure = read.figures.first(where: { $0.code == code })?.figure else {
            throw ReviewError(.notFound, zh: "报告没有这一项", en: "the report has no such figure")
        }
        let value: Decimal? =
            switch wish.decision {
            case .corrected: try wish.value.map(Self.number)
            case .confirmed: figure.value
            case .blank, .left, .withdrawn: nil
            }
        let note = wish.note.map { String($0.prefix(2000)) }
        let decision = Decision(
            wish.decision, of: .init(sha256: entry.sha256, document: entry.document, code: code),
            was: Review.Reading(figure), value: value, by: reviewer, at: Self.now, note: note == "" ? nil : note)
        if let fault = decision.fault { throw ReviewError(.wrong, zh: "不能这样核定：\(fault)", en: fault) }
        try append(decision)
    }

    /// Takes back the last decision that was made under this name.
    ///
    /// - Returns: the report and the figure that it was about; nil where there is none.
    func undo() throws -> (report: Int, code: String)? {
        try refresh()
        guard let subject = own.last else { return nil }
        let was =
            book.opinions(on: subject.code, of: .init(sha256: subject.sha256, number: subject.document))
            .last { $0.by == reviewer }?.was
        guard let was else { return nil }
        try append(Decision(.withdrawn, of: subject, was: was, by: reviewer, at: Self.now))
        let entry = try store.entries(sha256: subject.sha256, document: subject.document).first
        return entry.map { ($0.id, subject.code.description) }
    }

    private func append(_ decision: Decision) throws {
        do throws(FileError) { try DecisionFile.append([decision], to: decisionsPath) } catch {
            throw ReviewError(.failed, zh: "未能保存：\(error)", en: "not saved: \(error)")
        }
        try refresh()
    }

    /// A number as people type it: groups of digits and full-width digits are understood, nothing else.
    static func number(_ text: String) throws -> Decimal {
        let plain = String(
            text.unicodeScalars.compactMap { scalar -> Character? in
                switch scalar {
                case "０"..."９": Character(UnicodeScalar(scalar.value - 0xFF10 + 0x30) ?? "0")
                case "，", ",", " ", "\u{3000}": nil
                case "．", "。": "."
                default: Character(scalar)
                }
            })
        guard plain.wholeMatch(of: /-?[0-9]{1,15}(\.[0-9]{1,6})?/) != nil, let number = Decimal(string: plain) else {
            throw ReviewError(.wrong, zh: "“\(text)”不是一个数", en: "“\(text)” is not a number")
        }
        return number
    }

    private static var now: String {
        Date.now.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted))
    }
}
