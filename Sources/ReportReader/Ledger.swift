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
    /// The relations whose figures the report has.
    private let relations: [Relation]
    /// Those of which no figure is missing: only they say what a figure must be.
    let complete: [Relation]
    /// True where the text itself is beyond doubt: a cell that is empty was left empty by the agency.
    private let isTextCertain: Bool
    /// The figures that were read wrongly, as far as the relations can tell.
    private(set) var misread: [IndicatorCode: Misread] = [:]

    /// Relations that contradict others, though blanks keep them from being checks.
    private var disputed: Set<String> = []

    /// What a figure should have been read as.
    struct Misread: Equatable {
        var value: Decimal
        /// The checks that say so: all of the figure's own, and they agree.
        var checks: [String]
    }

    init(figures: [Report.Entry], relations: [Relation], isTextCertain: Bool) {
        self.figures = Dictionary(figures.map { ($0.code, $0.figure) }) { first, _ in first }
        self.isTextCertain = isTextCertain
        let known = self.figures
        self.relations = relations.compactMap { relation in
            let left = relation.left.filter { Self.isShown(known[$0]) }
            let right = relation.right.filter { Self.isShown(known[$0]) }
            return left.isEmpty || right.isEmpty ? nil : Relation(id: relation.id, left: left, right: right)
        }
        complete = relations.filter { $0.isComplete { Self.isShown(known[$0]) } }.map { relation in
            Relation(
                id: relation.id, left: relation.left.filter { Self.isShown(known[$0]) },
                right: relation.right.filter { Self.isShown(known[$0]) })
        }
    }

    private static func isShown(_ figure: Figure?) -> Bool { figure.map { $0.status != .missing } ?? false }

    // MARK: Rows whose blanks were dropped

    /// Puts the figures of rows that have fewer of them than columns where the sums say that they stood.
    mutating func place(_ rows: [RowPlacements.Row]) {
        guard !rows.isEmpty else { return }
        var known: [IndicatorCode: Int?] = [:]
        for (code, figure) in figures {
            switch figure.status {
            case .printed: figure.value.flatMap(Int.init(whole:)).map { known[code] = .some($0) }
            case .blank: known[code] = .some(nil)
            case .recovered, .suspect, .missing: break
            }
        }
        let placements = RowPlacements(rows, relations: complete, known: known)
        for row in rows {
            for code in row.codes {
                switch placements.places[code] {
                case .blank: figures[code] = Figure(status: .blank, printed: "")
                case .cell(let index):
                    guard let value = row.cells[index] else { continue }
                    figures[code] = Figure(
                        value: Decimal(value), status: .recovered, printed: String(value),
                        evidence: placements.evidence[code])
                case nil: break
                }
            }
        }
    }

    // MARK: Recovery

    /// Fills in what the relations fix, and in uncertain text looks for figures that were read wrongly.
    mutating func recover() {
        let unknown = Set(unknowns)
        let system = RelationSystem(complete, values: figures.compactMapValues(\.value))
        if !isTextCertain { findMisread(system, unknown: unknown) }
        let solution = system.solve(for: unknown.union(misread.keys))
        var solved = solution.values.filter { misread[$0.key] == nil }.mapValues { Decimal($0) }
        disputed = Set(solution.disputed.map { complete[$0].id })
        let contested =
            isTextCertain
            ? system.repeated(in: solution.disputed)
            : system.unconfirmed(in: solution.disputed, unknown: unknown.union(misread.keys))
        let doubts = Doubts(
            tables: Set((solution.disputed.flatMap(system.codes) + misread.keys).map(\.table)),
            figures: contested.subtracting(unknown).union(misread.keys))
        // What is refused speaks for nothing else: again until all that is left is confirmed.
        while let refused = solved.keys.filter({ !isConfirmed($0, solved: solved, doubts: doubts) }).sorted().first {
            solved[refused] = nil
        }
        for (code, value) in solved {
            let checks = complete.filter { relation in
                relation.involves(code) && !relation.involves(any: doubts.figures)
                    && sums(relation, with: solved).map { $0.left == $0.right } ?? false
            }.map(\.id)
            // What follows from several relations only together rests on all of them.
            let sources = (solution.sources[code] ?? []).sorted().map { complete[$0].id }
            replace(code, by: value, evidence: checks.isEmpty ? sources : checks)
        }
    }

    /// What relations that do not agree put in doubt.
    private struct Doubts {
        /// The tables they stand in.
        var tables: Set<String>
        /// The figures that are misread, or stand in several of them; in uncertain text in one of them, and in no relation that
        /// holds.
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
    var unknowns: [IndicatorCode] { figures.keys.filter(isUnknown) }

    /// Gives a figure the value that `evidence` fixes; what was printed stays.
    mutating func replace(_ code: IndicatorCode, by value: Decimal, evidence: [String]) {
        figures[code]?.value = value
        figures[code]?.status = .recovered
        figures[code]?.evidence = evidence
    }

    /// Empty, or unreadable, and not yet solved.
    private func isUnknown(_ code: IndicatorCode) -> Bool {
        guard let figure = figures[code], figure.value == nil else { return false }
        switch figure.status {
        case .blank: return (figure.printed ?? "").allSatisfy(\.isWhitespace)
        case .suspect: return true
        case .printed, .recovered, .missing: return false
        }
    }

    private func isNumber(_ code: IndicatorCode) -> Bool { figures[code]?.value != nil }

    private func sum(_ codes: [IndicatorCode]) -> Decimal {
        codes.reduce(0) { $0 + (figures[$1]?.value ?? 0) }
    }

    /// Every relation that the solution takes part in must hold. A part of a sum that certain text leaves empty is 0, unless a
    /// second relation says otherwise: an agency's slip in a total would else turn up in a cell that it left empty. In a table
    /// where something is wrong two relations must agree on every figure, and neither may rest on one in doubt.
    private func isConfirmed(
        _ code: IndicatorCode, solved: [IndicatorCode: Decimal], doubts: Doubts
    ) -> Bool {
        var holding = 0
        for relation in complete where relation.involves(code) {
            guard let sums = sums(relation, with: solved) else { continue }
            guard sums.left == sums.right else { return false }
            if !relation.involves(any: doubts.figures) { holding += 1 }
        }
        if holding > 1 { return true }
        if doubts.tables.contains(code.table) { return false }
        let isTotal = complete.contains { $0.right == [code] }
        return !isTextCertain || holding == 1 && (solved[code] == 0 || isTotal || figures[code]?.status == .suspect)
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

    /// The relations that can be worked out: a blank counts as 0 beside a number on the right, an unreadable cell as nothing.
    func checks() -> [Check] {
        relations.compactMap { relation in
            let codes = relation.left + relation.right
            guard relation.right.contains(where: isNumber),
                relation.right.allSatisfy({ isNumber($0) || figures[$0]?.status == .blank }),
                codes.allSatisfy({ figures[$0]?.status != .suspect || isNumber($0) })
            else { return nil }
            return Check(id: relation.id, left: sum(relation.left), right: sum(relation.right))
        }
    }

    /// Puts the figures of failed checks in doubt: only where the text is not certain, for in certain text it is the agency
    /// that erred. Where one misread figure is what makes a check fail, the doubt falls on that figure alone.
    mutating func doubt(_ failed: [Check]) {
        let ids = disputed.union(failed.map(\.id))
        for relation in relations where ids.contains(relation.id) && !relation.involves(any: Set(misread.keys)) {
            for code in relation.left + relation.right { doubt(code, evidence: [relation.id]) }
        }
        for (code, misread) in misread { doubt(code, evidence: misread.checks) }
    }

    mutating func doubt(_ code: IndicatorCode, evidence: [String]) {
        guard let figure = figures[code], figure.value != nil, figure.status == .printed || figure.status == .suspect
        else { return }
        figures[code]?.status = .suspect
        figures[code]?.evidence = (figure.evidence ?? []) + evidence
    }

    /// Puts figures in doubt that no holding check with a sum other than 0 confirms: where reading is unsure, a lone 0 may be
    /// anything.
    ///
    /// - Parameters:
    ///   - codes: the figures in question; nil for all.
    ///   - reason: goes to their evidence.
    mutating func doubt(_ codes: Set<IndicatorCode>? = nil, unlessConfirmedBy checks: [Check], reason: String) {
        let ids = Set(checks.filter { $0.holds && $0.left != 0 }.map(\.id))
        let confirmed = Set(relations.filter { ids.contains($0.id) }.flatMap { $0.left + $0.right })
        for (code, figure) in figures where !confirmed.contains(code) && codes?.contains(code) ?? true {
            guard figure.status == .printed || figure.status == .recovered else { continue }
            figures[code]?.status = .suspect
            figures[code]?.evidence = (figure.evidence ?? []) + [reason]
        }
    }

    /// The figures of a check, for pointing at it.
    func codes(of check: Check) -> [IndicatorCode] {
        relations.first { $0.id == check.id }.map { $0.right + $0.left } ?? []
    }
}

extension Relation {
    fileprivate func involves(_ code: IndicatorCode) -> Bool { left.contains(code) || right.contains(code) }

    /// True where every figure is shown, or a figure of its group stands in for it: a group printed as one row, or as its rows.
    fileprivate func isComplete(_ isShown: (IndicatorCode) -> Bool) -> Bool {
        let shown = (left + right).filter(isShown)
        guard shown.count < left.count + right.count else { return true }
        return (left + right).allSatisfy { code in
            isShown(code) || shown.contains { $0.isAlternative(to: code) || code.isAlternative(to: $0) }
        }
    }

    fileprivate func involves(any codes: Set<IndicatorCode>) -> Bool {
        !codes.isEmpty && (left + right).contains(where: codes.contains)
    }
}

extension IndicatorCode {
    /// True for the figure of a group in the same column as `inner`, a figure of one of its rows.
    fileprivate func isAlternative(to inner: IndicatorCode) -> Bool {
        path.count < inner.path.count && path.last == inner.path.last && inner.path.starts(with: path.dropLast())
    }
}
