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
/// unreadable cell is filled in only where its value is unique and nothing contradicts it.
struct Ledger {
    private(set) var figures: [IndicatorCode: Figure]
    /// The relations whose figures the report has.
    private let relations: [Relation]
    /// True where the text itself is beyond doubt: a cell that is empty was left empty by the agency.
    private let isTextCertain: Bool

    init(figures: [Report.Entry], relations: [Relation], isTextCertain: Bool) {
        self.figures = Dictionary(figures.map { ($0.code, $0.figure) }) { first, _ in first }
        self.isTextCertain = isTextCertain
        let known = self.figures
        self.relations = relations.compactMap { relation in
            let left = relation.left.filter { Self.isShown(known[$0]) }
            let right = relation.right.filter { Self.isShown(known[$0]) }
            return left.isEmpty || right.isEmpty ? nil : Relation(id: relation.id, left: left, right: right)
        }
    }

    private static func isShown(_ figure: Figure?) -> Bool { figure.map { $0.status != .missing } ?? false }

    // MARK: Recovery

    /// Fills in what the relations fix.
    mutating func recover() {
        let before = figures
        var solved: [IndicatorCode: Decimal] = [:]
        var isMoving = true
        while isMoving {
            isMoving = false
            for relation in relations {
                for (code, value) in solutions(of: relation) where value >= 0 && value.isWhole {
                    solved[code] = value
                    figures[code]?.value = value
                    isMoving = true
                }
            }
        }
        figures = before
        // What is refused speaks for nothing else: again until all that is left is confirmed.
        while let refused = solved.keys.filter({ !isConfirmed($0, solved: solved) }).sorted().first {
            solved[refused] = nil
        }
        for (code, value) in solved {
            let checks = relations.filter { relation in
                relation.involves(code) && sums(relation, with: solved).map { $0.left == $0.right } ?? false
            }.map(\.id)
            figures[code]?.value = value
            figures[code]?.status = .recovered
            figures[code]?.evidence = checks
        }
    }

    /// The values that `relation` alone fixes: of its one unknown, or of all of them where the rest leaves nothing to share.
    private func solutions(of relation: Relation) -> [(IndicatorCode, Decimal)] {
        let unknownLeft = relation.left.filter(isUnknown)
        let unknownRight = relation.right.filter(isUnknown)
        guard unknownLeft.isEmpty != unknownRight.isEmpty,
            // With nothing printed in it a relation says nothing.
            (relation.left + relation.right).contains(where: isNumber)
        else { return [] }
        let left = sum(relation.left)
        let right = sum(relation.right)
        let rest = unknownLeft.isEmpty ? left - right : right - left
        let unknown = unknownLeft + unknownRight
        if unknown.count == 1 { return [(unknown[0], rest)] }
        return rest == 0 ? unknown.map { ($0, 0) } : []
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
    /// second relation says otherwise: an agency's slip in a total would else turn up in a cell that it left empty.
    private func isConfirmed(_ code: IndicatorCode, solved: [IndicatorCode: Decimal]) -> Bool {
        var holding = 0
        for relation in relations where relation.involves(code) {
            guard let sums = sums(relation, with: solved) else { continue }
            guard sums.left == sums.right else { return false }
            holding += 1
        }
        let isTotal = relations.contains { $0.right == [code] }
        return holding > 1 || solved[code] == 0 || isTotal || !isTextCertain || figures[code]?.status == .suspect
    }

    /// Both sides with the solved figures filled in; nil while one is unknown.
    private func sums(_ relation: Relation, with solved: [IndicatorCode: Decimal]) -> (left: Decimal, right: Decimal)? {
        func side(_ codes: [IndicatorCode]) -> Decimal? {
            var total: Decimal = 0
            for code in codes {
                if let value = solved[code] ?? figures[code]?.value {
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
    /// that erred.
    mutating func doubt(_ failed: [Check]) {
        let ids = Set(failed.map(\.id))
        for relation in relations where ids.contains(relation.id) {
            for code in relation.left + relation.right {
                guard var figure = figures[code], figure.value != nil,
                    figure.status == .printed || figure.status == .suspect
                else { continue }
                figure.status = .suspect
                figure.evidence = (figure.evidence ?? []) + [relation.id]
                figures[code] = figure
            }
        }
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
}

extension Decimal {
    fileprivate var isWhole: Bool { exponent >= 0 }
}
