import Decisions
import Nianbao
import ReportStandard

/// Decisions for people: aligned columns.
struct DecisionTable {
    let book: DecisionBook
    let language: Language

    /// How many there are, by what was decided and by whom.
    ///
    /// - Parameter check: how many are applied, outdated, and about other files; nil where there is no conversion to ask.
    func counts(_ check: (applied: Int, outdated: Int, unknown: Int)?) -> String {
        let standing = book.allStanding
        func count(_ kind: Decision.Kind) -> String { "\(standing.count { $0.kind == kind })" }
        var rows = [
            [Wording(zh: "行", en: "lines")[language], "\(book.count)"],
            [Wording(zh: "有效核定", en: "standing decisions")[language], "\(standing.count)"],
            [Wording(zh: "确认", en: "confirmed")[language], count(.confirmed)],
            [Wording(zh: "改正", en: "corrected")[language], count(.corrected)],
            [Wording(zh: "空白", en: "blank")[language], count(.blank)],
            [Wording(zh: "保留", en: "left")[language], count(.left)],
        ]
        if let check {
            rows += [
                [Wording(zh: "可采用", en: "applied")[language], "\(check.applied)"],
                [Wording(zh: "读数已变", en: "outdated")[language], "\(check.outdated)"],
                [Wording(zh: "其他文件的", en: "about other files")[language], "\(check.unknown)"],
            ]
        }
        rows.append([Wording(zh: "意见不一", en: "conflicts")[language], "\(book.conflicts.count)"])
        let people = Dictionary(grouping: standing, by: \.by).sorted { $0.key < $1.key }
        return aligned(rows) + "\n" + aligned(people.map { [$0.key, "\($0.value.count)"] })
    }

    /// All that stand, one a line.
    var list: String { aligned(book.allStanding.map(cells)) }

    /// What people do not agree about: the latest of each, one a line.
    var conflicts: String {
        book.conflicts.map { aligned($0.map(cells)) }.joined(separator: "\n")
    }

    private func cells(_ decision: Decision) -> [String] {
        [
            String(decision.subject.sha256.prefix(12)) + "#\(decision.subject.document)",
            decision.subject.code.description, decision.was.value.map { "\($0)" } ?? "-", decision.was.status.rawValue,
            decision.kind.rawValue, decision.verdict?.value.map { "\($0)" } ?? "-", decision.by, decision.at,
            decision.note ?? "",
        ]
    }

    private func aligned(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return rows.map { row in
            let line = zip(row, widths).map { DisplayWidth.padded($0, to: $1) }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
