/// Which ends of a stretch of rows are page breaks, so that a group may go on beyond them.
struct PageCut: Hashable, Sendable {
    var isAbove = false
    var isBelow = false
}

/// Cuts rows into as many runs as there are blocks, each run with its middle as near as can be to its block's.
///
/// - Parameters:
///   - borders: y of the rows' borders, one more than rows.
///   - middles: y of the blocks' middles, from top to bottom; not more than rows.
///   - leftOver: how much better the runs must fit for a row to be left over, as a share of a row.
///   - cut: where rows may be left over, as a run of a group whose block stands on another page.
func centeredRuns(
    _ borders: [Double], around middles: [Double], leftOver: Double = FigureTableOptions().leftOverRow,
    cut: PageCut = PageCut()
) -> [Range<Int>] {
    let rows = borders.count - 1
    guard rows > 0 else { return [] }
    if middles.isEmpty { return cut.isAbove || cut.isBelow ? [0..<rows] : [] }
    guard middles.count <= rows else { return [] }
    // Rows are left over only where that makes for a clearly better fit.
    let rest = (borders[rows] - borders[0]) / Double(rows) * leftOver
    var cost = (0...rows).map { $0 == 0 ? 0 : cut.isAbove ? rest : .infinity }
    var choices: [[Int]] = []
    for middle in middles {
        var next = [Double](repeating: .infinity, count: rows + 1)
        var choice = [Int](repeating: 0, count: rows + 1)
        for end in 1...rows {
            for start in 0..<end where cost[start] < .infinity {
                let total = cost[start] + abs((borders[start] + borders[end]) / 2 - middle)
                if total < next[end] { (next[end], choice[end]) = (total, start) }
            }
        }
        cost = next
        choices.append(choice)
    }
    var end = rows
    if cut.isBelow, let best = cost.indices.min(by: { cost[$0] < cost[$1] }), cost[best] + rest < cost[rows] {
        end = best
    }
    var runs = end < rows ? [end..<rows] : []
    for choice in choices.reversed() {
        runs.append(choice[end]..<end)
        end = choice[end]
    }
    if end > 0 { runs.append(0..<end) }
    return runs.reversed()
}
