public import DocumentModel

/// The sums of a table, found without a form: which rows are totals of which, and which columns; by the words of their labels and by
/// arithmetic that holds in most places. Only what chance does not explain is told.
///
/// Sums are checked exactly; differences within the rounding of the last printed digit hold only where many sums of the table have
/// them.
public func sumRelations(of table: Table) -> [SumRelation] {
    guard table.rows > 1, table.columns > 1, table.cells.count <= mostCells else { return [] }
    let grid = NumberGrid(table)
    let found = FigureLines.all(in: grid, words: .standard).flatMap { lines in
        SumSearch(lines, words: .standard).found.map { (lines: lines, evidence: $0) }
    }
    let isRounded = isRounded(found.map(\.evidence), finest: grid.decimals)
    return found.map { relation($0.evidence, in: $0.lines, isRounded: isRounded, decimals: grid.decimals) }
}

/// Of one table, so that a file of one huge table takes no time without end.
private let mostCells = 100_000

/// True unless so many sums hold exactly that rounded figures would hardly do so: then one that is off by a little is wrong.
private func isRounded(_ relations: [SumEvidence], finest: Int) -> Bool {
    let told = relations.flatMap(\.held).filter { $0.parts.count { $0 != 0 } > 1 }
    guard !told.allSatisfy(\.isExact) else { return false }
    let chance = told.filter(\.isExact).reduce(1) { $0 * $1.chanceOfExactness }
    let near = told.count { !$0.isExact }
    return chance > (finest == 0 ? 0.1 : 0.01) || 5 * near > told.count
}

private func relation(
    _ evidence: SumEvidence, in lines: FigureLines, isRounded: Bool, decimals: Int
) -> SumRelation {
    let outcomes = (evidence.held + evidence.failed).sorted { $0.place < $1.place }
    return SumRelation(
        axis: lines.axis, total: lines.lines[evidence.candidate.total],
        parts: evidence.candidate.parts.map { .init(line: lines.lines[$0.line], isSubtracted: $0.isSubtracted) }
            .sorted { $0.line < $1.line },
        isNamed: evidence.candidate.isNamed,
        sums: outcomes.map { outcome in
            SumRelation.Sum(
                place: lines.places[outcome.place], sum: decimalText(outcome.sum, decimals: decimals),
                difference: decimalText(outcome.difference, decimals: decimals),
                holds: isRounded ? outcome.isNear : outcome.isExact)
        },
        chance: evidence.chance)
}

/// 12345 with two decimals is 123.45.
func decimalText(_ units: Int, decimals: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var text = padded.dropLast(decimals)
    var rest = padded.suffix(decimals)
    while rest.last == "0" { rest = rest.dropLast() }
    if !rest.isEmpty { text += "." + rest }
    return (units < 0 ? "-" : "") + text
}
