internal import ReportForms
internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A report's figures with the relations between them: what follows from what, and what does not add up.
///
/// The form's redundancy (row sums, column sums, the balance) is an error-correcting code over small integers. An empty or
/// unreadable cell is filled in only where its value is unique and nothing contradicts it; a misread one is named, and stays.
struct Ledger {
    private(set) var figures: [IndicatorCode: Figure]
    /// What is known of each of them; see ``judge()``.
    var evidence: [IndicatorCode: Evidence]
    /// What other readings of a picture make of a figure.
    let others: [IndicatorCode: [Decimal]]
    /// The relations whose figures the report has.
    let relations: [Relation]
    /// Those of which no figure is missing: only they say what a figure must be.
    let complete: [Relation]
    /// True where a cell that is empty was left empty by the agency, and a sum that fails is its own slip.
    private let isPublished: Bool
    /// The figures that were read wrongly, as far as the relations can tell.
    private(set) var misread: [IndicatorCode: Misread] = [:]

    /// The figures that several relations fix only together.
    private var joint: Set<IndicatorCode> = []
    /// What was read of figures for which another reading was taken.
    private var replaced: [IndicatorCode: Decimal] = [:]
    /// Relations that contradict others, though blanks keep them from being checks.
    private var disputed: Set<String> = []

    /// What a figure should have been read as.
    struct Misread: Equatable {
        var value: Decimal
        /// The checks that say so: all of the figure's own, and they agree.
        var checks: [String]
    }

    init(_ readings: [FigureReading], relations: [Relation], origin: TextEvidence.Origin) {
        figures = Dictionary(readings.map { ($0.code, $0.figure) }) { first, _ in first }
        evidence = Dictionary(readings.map { ($0.code, $0.evidence) }) { first, _ in first }
        others = Dictionary(readings.filter { !$0.others.isEmpty }.map { ($0.code, $0.others) }) { first, _ in first }
        isPublished = origin == .published
        let known = evidence
        self.relations = relations.compactMap { $0.narrowed { Self.isShown(known[$0]) } }
        complete = relations.filter { $0.isComplete { Self.isShown(known[$0]) } }.map { relation in
            Relation(
                id: relation.id, left: relation.left.filter { Self.isShown(known[$0]) },
                right: relation.right.filter { Self.isShown(known[$0]) })
        }
        judge()
    }

    private static func isShown(_ evidence: Evidence?) -> Bool { evidence.map { $0.content != .absent } ?? false }

    /// Gives every figure the status that its evidence asks for.
    mutating func judge() {
        for (code, verdict) in verdicts() {
            guard let index = figures.index(forKey: code) else { continue }
            figures.values[index].status = verdict.status
            figures.values[index].doubts = verdict.status == .suspect ? verdict.doubts : []
            switch verdict.status {
            case .recovered: figures.values[index].evidence = evidence[code]?.arithmetic.solution
            case .suspect where verdict.doubts.contains(.sumFails):
                figures.values[index].evidence = evidence[code]?.arithmetic.failing
            case .printed, .blank, .suspect, .missing, .reviewed: figures.values[index].evidence = nil
            }
            let others = verdict.status == .suspect ? others[code] ?? [] : []
            figures.values[index].readings = others.filter { $0 != figures.values[index].value }
        }
    }

    // MARK: Rows whose blanks were dropped

    /// Puts the figures of rows that have fewer of them than columns where the sums say that they stood.
    mutating func place(_ rows: [RowPlacements.Row]) {
        let rows = rows.filter { $0.codes.allSatisfy(isOwn) }
        guard !rows.isEmpty else { return }
        var known: [IndicatorCode: Int?] = [:]
        for (code, figure) in figures {
            switch figure.status {
            case .printed: figure.value.flatMap(Int.init(whole:)).map { known[code] = .some($0) }
            case .blank: known[code] = .some(nil)
            case .recovered, .suspect, .missing, .reviewed: break
            }
        }
        let placements = RowPlacements(rows, relations: complete, known: known)
        for row in rows {
            for code in row.codes {
                switch placements.places[code] {
                case .blank:
                    evidence[code]?.content = .blank
                    figures[code]?.printed = ""
                case .cell(let index):
                    guard let value = row.cells[index] else { continue }
                    figures[code]?.printed = String(value)
                    replace(code, by: Decimal(value), evidence: placements.evidence[code] ?? [])
                case nil: break
                }
            }
        }
        judge()
    }

    // MARK: Recovery

    /// Fills in what the relations between certain figures fix, and in text that was copied looks for figures that were read
    /// wrongly.
    mutating func recover() {
        let unknown = Set(unknowns)
        let values = figures.compactMapValues(\.value)
        let all = RelationSystem(complete, values: values)
        if !isPublished { findMisread(all, unknown: unknown) }
        let usable = usableRelations
        let system = usable.count == complete.count ? all : RelationSystem(usable, values: values)
        let solution = system.solve(for: unknown.union(misread.keys))
        var solved = solution.values.filter { misread[$0.key] == nil && mayRead($0.key, as: Decimal($0.value)) }
            .mapValues { Decimal($0) }
        disputed = Set(solution.disputed.map { usable[$0].id })
        let contested =
            isPublished
            ? system.repeated(in: solution.disputed)
            : system.unconfirmed(in: solution.disputed, unknown: unknown.union(misread.keys))
        let doubts = Doubts(
            tables: Set((solution.disputed.flatMap(system.codes) + misread.keys).map(\.table)),
            figures: contested.subtracting(unknown).union(misread.keys))
        let sources = solution.sources.mapValues { $0.sorted().map { usable[$0] } }
        // What is refused speaks for nothing else: again until all that is left is confirmed.
        while let refused = solved.keys.filter({
            !isConfirmed($0, by: usable, sources: sources[$0] ?? [], solved: solved, doubts: doubts)
        }).sorted().first {
            solved[refused] = nil
        }
        for (code, value) in solved {
            let checks = usable.filter { relation in
                relation.involves(code) && !relation.involves(any: doubts.figures)
                    && sums(relation, with: solved).map { $0.left == $0.right } ?? false
            }.map(\.id)
            // What follows from several relations only together rests on all of them.
            replace(code, by: value, evidence: checks.isEmpty ? (sources[code] ?? []).map(\.id) : checks)
            if checks.isEmpty { joint.insert(code) }
        }
        if isPublished && solved.isEmpty { return }
        repeat {
            if !isPublished { note(failing: failing(in: checks())) }
            judge()
        } while withdraw()
    }

    /// Takes back what rests on figures that have come into doubt.
    ///
    /// - Returns: true where anything was taken back.
    private mutating func withdraw() -> Bool {
        guard evidence.values.contains(where: { $0.arithmetic.solution != nil }) else { return false }
        let certain = Set(usableRelations.map(\.id))
        var isChanged = false
        for (code, evidence) in evidence {
            guard let solution = evidence.arithmetic.solution else { continue }
            let kept = solution.filter(certain.contains)
            if kept.isEmpty || joint.contains(code) && kept.count < solution.count {
                figures[code]?.value = replaced[code]
                self.evidence[code]?.arithmetic.solution = nil
                isChanged = true
            } else {
                self.evidence[code]?.arithmetic.solution = kept
            }
        }
        return isChanged
    }

    /// Those of which no figure that is read is in doubt: what stands beside one proves nothing.
    private var usableRelations: [Relation] {
        let doubtful = Set(figures.lazy.filter { $0.value.status == .suspect && $0.value.value != nil }.map(\.key))
        return doubtful.isEmpty ? complete : complete.filter { !$0.involves(any: doubtful) }
    }

    /// False where the digits in a figure's cell say something else.
    private func mayRead(_ code: IndicatorCode, as value: Decimal) -> Bool {
        FigureText.mayHold(
            value, in: figures[code]?.printed ?? "",
            isRow: evidence[code]?.placement.doubts.contains(.columnsLost) ?? false)
    }

    /// What relations that do not agree put in doubt.
    private struct Doubts {
        /// The tables they stand in.
        var tables: Set<String>
        /// The figures that are misread, or stand in several of them; in text that was copied in one of them, and in no relation
        /// that holds.
        var figures: Set<IndicatorCode>
    }

    private mutating func findMisread(_ system: RelationSystem, unknown: Set<IndicatorCode>) {
        let read = figures.compactMapValues { figure in figure.value.flatMap { Int($0.description) } }
        let search = MisreadSearch(system, read: read, unknown: unknown)
        misread = search.proposals.mapValues { proposal in
            Misread(value: Decimal(proposal.value), checks: proposal.relations.map { complete[$0].id })
        }
    }

    /// The figures that are empty or unreadable, and not yet solved.
    var unknowns: [IndicatorCode] { figures.keys.filter { isUnknown($0) && isOwn($0) } }

    /// False for a figure that may be another report's: nothing follows for it.
    func isOwn(_ code: IndicatorCode) -> Bool { evidence[code]?.identity == .alone }

    /// Gives a figure the value that `evidence` fixes; what was printed stays.
    mutating func replace(_ code: IndicatorCode, by value: Decimal, evidence ids: [String]) {
        replaced[code] = figures[code]?.value
        figures[code]?.value = value
        evidence[code]?.arithmetic.solution = ids
    }

    /// Empty, or unreadable, and not yet solved.
    private func isUnknown(_ code: IndicatorCode) -> Bool {
        guard let figure = figures[code], figure.value == nil else { return false }
        switch figure.status {
        case .blank: return (figure.printed ?? "").allSatisfy(\.isWhitespace)
        case .suspect: return true
        case .printed, .recovered, .missing, .reviewed: return false
        }
    }

    /// Every relation that the solution takes part in must hold. A part of a sum that published text leaves empty is 0, unless a
    /// second relation says otherwise: an agency's slip in a total would else turn up in a cell that it left empty. In a table
    /// where something is wrong two relations must agree on every figure, and none may rest on one in doubt.
    private func isConfirmed(
        _ code: IndicatorCode, by relations: [Relation], sources: [Relation], solved: [IndicatorCode: Decimal],
        doubts: Doubts
    ) -> Bool {
        var holding = 0
        for relation in relations where relation.involves(code) {
            guard let sums = sums(relation, with: solved) else { continue }
            guard sums.left == sums.right else { return false }
            if !relation.involves(any: doubts.figures) { holding += 1 }
        }
        if holding > 1 { return true }
        if doubts.tables.contains(code.table) { return false }
        guard isPublished else { return holding == 1 || !sources.contains { $0.involves(any: doubts.figures) } }
        let isTotal = relations.contains { $0.right == [code] }
        return holding == 1 && (solved[code] == 0 || isTotal || evidence[code]?.content == .unreadable)
    }

    /// Both sides with the solved figures filled in; nil while one is unknown.
    private func sums(_ relation: Relation, with solved: [IndicatorCode: Decimal]) -> (left: Decimal, right: Decimal)? {
        func side(_ codes: [IndicatorCode]) -> Decimal? {
            var total: Decimal = 0
            for code in codes {
                if let value = solved[code] ?? misread[code]?.value ?? figures[code]?.value {
                    total += value
                } else if isUnknown(code) {
                    return nil
                }
            }
            return total
        }
        guard let left = side(relation.left), let right = side(relation.right) else { return nil }
        return (left, right)
    }

    // MARK: Checks

    /// The relations that can be worked out. A sum of which a part is missing cannot hold, but its other parts can be too much.
    func checks() -> [Check] {
        let whole = Set(complete.map(\.id))
        return relations.compactMap { relation in
            guard let check = relation.check({ figures[$0] }) else { return nil }
            return whole.contains(check.id) || !check.holds ? check : nil
        }
    }

    /// The checks that fail, or contradict others, by the figures that may be what is wrong. Where one misread figure is what
    /// makes a check fail, it is that figure alone.
    private func failing(in checks: [Check]) -> [IndicatorCode: [String]] {
        let whole = Set(complete.map(\.id))
        // What is missing may be what a sum lacks.
        let failed = checks.filter { !$0.holds && (whole.contains($0.id) || $0.left > $0.right) }
        let ids = disputed.union(failed.map(\.id))
        var failing = misread.mapValues(\.checks)
        for relation in relations where ids.contains(relation.id) && !relation.involves(any: Set(misread.keys)) {
            for code in relation.left + relation.right { failing[code, default: []].append(relation.id) }
        }
        return failing
    }

    private mutating func note(failing: [IndicatorCode: [String]]) {
        for (code, ids) in failing { evidence[code]?.arithmetic.failing = ids }
    }

    /// The figures of a check, for pointing at it.
    func codes(of check: Check) -> [IndicatorCode] {
        relations.first { $0.id == check.id }.map { $0.right + $0.left } ?? []
    }
}
