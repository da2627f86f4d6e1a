internal import ReportForms
internal import ReportStandard

/// Which form a report's tables follow. Labels decide, never the year; each table is decided by itself.
struct FormChoice {
    let form: IndexedForm
    /// The best alignment of each of the form's tables that the document has.
    let alignments: [FormAlignment]
    /// The relations of every table, by the form that it follows.
    let relations: [Relation]
    /// The tables of which the document has a second set: ids.
    let rivalled: Set<String>
    let findings: [Finding]

    /// - Returns: nil where no table of any form is found.
    init?(rows: [TableRow], forms: [IndexedForm], matcher: inout LabelMatcher) {
        let printed = PrintedRows(rows, matcher: &matcher)
        var candidates: [(form: IndexedForm, alignments: [FormAlignment])] = []
        for form in Self.forms(forms, mentionedIn: rows, matcher: matcher) {
            candidates.append(
                (form, form.tables.map { FormAlignment(table: $0, rows: printed, matcher: &matcher) }))
        }
        // The first of equals: the newest form.
        var best: (form: IndexedForm, alignments: [FormAlignment])?
        var bestTotal = 0.0
        for candidate in candidates {
            let total = candidate.alignments.filter(\.isFound).reduce(0) { $0 + $1.score }
            if total > bestTotal + 1e-6 { (best, bestTotal) = (candidate, total) }
        }
        guard let best else { return nil }
        form = best.form
        var findings: [Finding] = []
        var chosen: [FormAlignment] = []
        var relations: [Relation] = []
        func take(_ alignment: FormAlignment, of form: IndexedForm) {
            chosen.append(alignment)
            relations += form.relations.filter { $0.left.first?.table == alignment.table.id }
        }
        for own in best.alignments {
            let others = candidates.filter { $0.form.name != best.form.name }.compactMap { candidate in
                candidate.alignments.first(where: { $0.table.id == own.table.id && $0.isFound })
                    .map { (form: candidate.form, alignment: $0) }
            }
            // Another form's table must fit clearly better.
            if let other = others.max(by: { $0.alignment.score < $1.alignment.score }),
                other.alignment.score > own.score + Self.margin
            {
                take(other.alignment, of: other.form)
                findings.append(
                    Finding(
                        .formMixed, [.table: own.table.label, .form: other.form.name],
                        code: own.table.id))
            } else if own.isFound {
                take(own, of: best.form)
            } else {
                findings.append(
                    Finding(.tableMissing, [.table: own.table.label], code: own.table.id))
            }
        }
        for (other, alignment) in Self.additions(to: chosen, from: candidates, besides: best.form) {
            take(alignment, of: other)
            findings.append(
                Finding(
                    .formMixed, [.table: alignment.table.label, .form: other.name],
                    code: alignment.table.id))
        }
        let claimed = Set(chosen.lazy.flatMap(\.matches).flatMap(\.rows))
        let rest = Set(rows.indices.filter { rows[$0].hasFigures && !claimed.contains($0) })
        for alignment in chosen {
            findings += Self.incompleteness(of: alignment)
            findings += Self.repetition(of: alignment, claimed: claimed, rest: rest, rows: printed, matcher: &matcher)
        }
        alignments = chosen
        rivalled = Set(findings.filter { $0.kind == .tableRepeated }.compactMap(\.code))
        self.relations = relations
        self.findings = findings
        isTextDamaged = Self.isTextDamaged(chosen, rows: rows, matcher: matcher)
    }

    private static let margin = 0.4

    /// The forms of whose words the tables have at least one; all of them where they have none of any, for damaged text may still be
    /// like a form's.
    private static func forms(
        _ forms: [IndexedForm], mentionedIn rows: [TableRow], matcher: LabelMatcher
    ) -> [IndexedForm] {
        let printed = Set(rows.lazy.flatMap(\.texts).compactMap(\.self)).map(matcher.letters)
        let mentioned = forms.filter { form in printed.contains { form.words.contains($0) } }
        return mentioned.isEmpty ? forms : mentioned
    }

    /// Tables that the chosen form does not have, and another form does: where they stand in rows of their own, with at least half
    /// of the form's rows and clear labels.
    private static func additions(
        to chosen: [FormAlignment], from candidates: [(form: IndexedForm, alignments: [FormAlignment])],
        besides form: IndexedForm
    ) -> [(IndexedForm, FormAlignment)] {
        var ids = Set(form.tables.map(\.id))
        var taken = Set(chosen.compactMap(\.stretch).joined())
        let others = candidates.flatMap { candidate in candidate.alignments.map { (candidate.form, $0) } }
            .filter { 2 * $1.lines.count >= $1.table.lineCount && ($1.labelLikeness ?? 0) > leastLikeness }
        var additions: [(IndexedForm, FormAlignment)] = []
        // The best first; of equals the newest form's.
        let byScore = others.enumerated().sorted { ($1.element.1.score, $0.offset) < ($0.element.1.score, $1.offset) }
        for (form, alignment) in byScore.map(\.element) {
            guard !ids.contains(alignment.table.id), let stretch = alignment.stretch, taken.isDisjoint(with: stretch)
            else { continue }
            ids.insert(alignment.table.id)
            taken.formUnion(stretch)
            additions.append((form, alignment))
        }
        return additions
    }

    /// True where the labels are so far from any form's wording that the text itself must be damaged: a text layer with a wrong
    /// Unicode map, or poorly recognised. Digits are then no better than letters.
    let isTextDamaged: Bool

    /// Wordings of agencies' own and typing errors stay far above this likeness.
    private static let leastLikeness = Likeness.clear
    /// One row with a letter from another script may be a slip.
    private static let mostForeignRows = 1

    private static func isTextDamaged(_ alignments: [FormAlignment], rows: [TableRow], matcher: LabelMatcher) -> Bool {
        let likeness = alignments.compactMap(\.labelLikeness)
        guard !likeness.isEmpty else { return false }
        if likeness.reduce(0, +) / Double(likeness.count) < leastLikeness { return true }
        let stretches = alignments.compactMap(\.stretch)
        let foreign = stretches.joined().count { row in rows[row].labels.contains { matcher.isForeign($0) } }
        return foreign > mostForeignRows
    }

    /// A part of a table that stands a second time is a fourth of its rows, and more than other tables may share with it.
    private static let repeatedShare = 4
    private static let leastRepeated = 4

    /// Rows of the form that a table which is there does not show.
    private static func incompleteness(of alignment: FormAlignment) -> [Finding] {
        let shown = alignment.lines
        let lines = alignment.table.items.compactMap(\.line)
        return lines.compactMap { line in
            if shown.contains(line) || line.isAlternative { return nil }
            // A group printed as one row stands for its rows.
            let isReplaced = shown.contains { $0.isAlternative && line.keys.starts(with: $0.keys) }
            if isReplaced { return nil }
            return Finding(
                .rowMissing, [.row: line.labels.joined(separator: "/")],
                code: ([alignment.table.id] + line.keys).joined(separator: "."))
        }
    }

    /// A second set of the table's rows among those that no table of the form has taken: most of them, or enough of the very same.
    ///
    /// - Parameters:
    ///   - claimed: the rows of the tables that were found.
    ///   - rest: the other rows that hold figures.
    private static func repetition(
        of alignment: FormAlignment, claimed: Set<Int>, rest: Set<Int>, rows printed: PrintedRows,
        matcher: inout LabelMatcher
    ) -> [Finding] {
        let rows = printed.rows
        guard rest.count >= max(1, alignment.lines.count / repeatedShare) else { return [] }
        let second = FormAlignment(
            table: alignment.table, rows: printed, isFree: { !claimed.contains($0) }, matcher: &matcher)
        let lines = Set(alignment.lines)
        let again = second.matches.count { match in
            match.likeness >= Likeness.clear && (match.item.line.map(lines.contains) ?? false)
                && match.rows.contains(where: rest.contains)
        }
        let isSecond = 2 * rest.count >= lines.count && second.score > 0.6 * alignment.score
        guard second.isFound, isSecond || again >= max(leastRepeated, lines.count / repeatedShare),
            let row = second.stretch?.first
        else { return [] }
        return [
            Finding(
                .tableRepeated, [.table: alignment.table.label], code: alignment.table.id,
                page: rows[row].cells.first?.page, box: rows[row].cells.first?.box)
        ]
    }
}

extension FormAlignment {
    /// The rows of the form that were found.
    var lines: [FormLine] {
        matches.compactMap(\.item.line)
    }

    /// Enough of the table to believe that it is the form's: a header with rows, or many rows. Of a table that agencies add rows to
    /// more is asked, for theirs may hold some of its rows.
    var isFound: Bool {
        let headers = matches.count { if case .header = $0.item.kind { true } else { false } }
        return lines.count >= max(headers > 0 ? 1 : 4, table.isOpen ? table.lineCount / 8 : 0)
    }
}
