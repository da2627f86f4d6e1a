internal import ReportForms
internal import ReportStandard

/// Which form a report's tables follow. Labels decide, never the year; each table is decided by itself.
struct FormChoice {
    let form: Form
    /// The best alignment of each of the form's tables that the document has.
    let alignments: [FormAlignment]
    let findings: [Finding]

    /// - Returns: nil where no table of any form is found.
    init?(rows: [TableRow], forms: FormLibrary, matcher: inout LabelMatcher) {
        var candidates: [(form: Form, alignments: [FormAlignment])] = []
        for form in forms.forms {
            candidates.append(
                (form, form.tables.map { FormAlignment(table: $0, rows: rows, matcher: &matcher) }))
        }
        func total(_ alignments: [FormAlignment]) -> Double { alignments.filter(\.isFound).reduce(0) { $0 + $1.score } }
        // The first of equals: the newest form.
        var best: (form: Form, alignments: [FormAlignment])?
        for candidate in candidates where total(candidate.alignments) > (best.map { total($0.alignments) } ?? 0) + 1e-6 {
            best = candidate
        }
        guard let best else { return nil }
        form = best.form
        var findings: [Finding] = []
        var chosen: [FormAlignment] = []
        for own in best.alignments {
            let others = candidates.filter { $0.form.form != best.form.form }.compactMap { candidate in
                candidate.alignments.first { $0.table.id == own.table.id && $0.isFound }
                    .map { (form: candidate.form, alignment: $0) }
            }
            // Another form's table must fit clearly better.
            if let other = others.max(by: { $0.alignment.score < $1.alignment.score }),
                other.alignment.score > own.score + Self.margin
            {
                chosen.append(other.alignment)
                findings.append(
                    Finding(
                        .formMixed, message: "the table \(own.table.label) follows the form \(other.form.form)",
                        code: own.table.id))
            } else if own.isFound {
                chosen.append(own)
            } else {
                findings.append(
                    Finding(.tableMissing, message: "no table \(own.table.label)", code: own.table.id))
            }
        }
        for alignment in chosen {
            findings += Self.incompleteness(of: alignment)
            findings += Self.repetition(of: alignment, rows: rows, matcher: &matcher)
        }
        alignments = chosen
        self.findings = findings
    }

    private static let margin = 0.4

    /// Rows of the form that a table which is there does not show.
    private static func incompleteness(of alignment: FormAlignment) -> [Finding] {
        let shown = alignment.lines
        let lines = alignment.table.blocks.flatMap(\.lines)
        return lines.compactMap { line in
            if shown.contains(line) || line.isAlternative { return nil }
            // A group printed as one row stands for its rows.
            let isReplaced = shown.contains { $0.isAlternative && line.keys.starts(with: $0.keys) }
            if isReplaced { return nil }
            return Finding(
                .rowMissing, message: "no row \(line.labels.joined(separator: "/"))",
                code: ([alignment.table.id] + line.keys).joined(separator: "."))
        }
    }

    private static func repetition(
        of alignment: FormAlignment, rows: [TableRow], matcher: inout LabelMatcher
    ) -> [Finding] {
        guard let stretch = alignment.stretch else { return [] }
        let second = FormAlignment(
            table: alignment.table, rows: rows, isFree: { !stretch.contains($0) }, matcher: &matcher)
        guard second.isFound, second.score > 0.6 * alignment.score, let row = second.stretch?.first else { return [] }
        return [
            Finding(
                .tableRepeated, message: "a second table \(alignment.table.label); the other one is used",
                code: alignment.table.id, page: rows[row].cells.first?.page, box: rows[row].cells.first?.box)
        ]
    }
}

extension FormAlignment {
    /// The rows of the form that were found.
    var lines: [FormLine] {
        matches.compactMap { if case .line(_, let line) = $0.item { line } else { nil } }
    }

    /// Enough of the table to believe that it is the form's: a header with rows, or many rows.
    var isFound: Bool {
        let headers = matches.count { if case .header = $0.item { true } else { false } }
        return !lines.isEmpty && (headers > 0 || lines.count >= 4)
    }
}
