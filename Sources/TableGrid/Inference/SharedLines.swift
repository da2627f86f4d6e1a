/// Shares the lines of a column out among rows, in order: several lines make one cell when they stand level with the row by
/// their middle, their first or their last line.
///
/// - Parameters:
///   - lines: the column's lines from top to bottom.
///   - rows: baselines of the rows, from top to bottom.
///   - rules: y of drawn lines, over which no cell reaches.
/// - Returns: for every row the range of its lines; nil where no sharing puts the lines level with the rows.
func sharedLines(_ lines: [LabelLine], among rows: [Double], rules: [Double]) -> [Range<Int>]? {
    guard !rows.isEmpty else { return lines.isEmpty ? [] : nil }
    let best = CellAlignment.allCases.compactMap { alignment in
        LineSharing(lines: lines, rows: rows, rules: rules, alignment: alignment).best
    }.min { $0.cost < $1.cost }
    return best?.ranges
}

/// How the lines of a cell stand to those of the other cells of its row.
private enum CellAlignment: CaseIterable {
    case middle, top, bottom
}

private struct LineSharing {
    let lines: [LabelLine]
    let rows: [Double]
    let rules: [Double]
    let alignment: CellAlignment

    /// More lines than this make no label.
    private static let mostLines = 8
    /// What a row without a line costs, in font sizes of misfit.
    private static let blank = 0.9

    var best: (ranges: [Range<Int>], cost: Double)? {
        // cost[j]: the least for the rows so far with the first j lines.
        var cost = [Double](repeating: .infinity, count: lines.count + 1)
        cost[0] = 0
        var choices: [[Int]] = []
        for row in rows {
            var next = [Double](repeating: .infinity, count: lines.count + 1)
            var choice = [Int](repeating: 0, count: lines.count + 1)
            for end in 0...lines.count { (next[end], choice[end]) = (cost[end] + Self.blank, end) }
            for start in near(row) where cost[start] < .infinity {
                for end in (start + 1)...min(start + Self.mostLines, lines.count) {
                    let total = cost[start] + misfit(start..<end, row: row)
                    if total < next[end] { (next[end], choice[end]) = (total, start) }
                }
            }
            cost = next
            choices.append(choice)
        }
        guard cost[lines.count] < .infinity else { return nil }
        var ranges: [Range<Int>] = []
        var end = lines.count
        for choice in choices.reversed() {
            ranges.append(choice[end]..<end)
            end = choice[end]
        }
        return (ranges.reversed(), cost[lines.count])
    }

    /// The lines that a cell of the row may start with.
    private func near(_ row: Double) -> Range<Int> {
        let reach = 2 * Double(Self.mostLines) * (lines.first?.size ?? 0)
        return lines.partitionPoint { $0.baseline < row - reach }..<lines.partitionPoint { $0.baseline <= row + reach }
    }

    private func misfit(_ range: Range<Int>, row: Double) -> Double {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        let size = lines[first].size
        for (upper, lower) in zip(range, range.dropFirst())
        where lines[lower].isNumbered || lines[lower].baseline - lines[upper].baseline > 2 * size { return .infinity }
        let low = min(lines[first].baseline, row)
        let high = max(lines[last].baseline, row)
        // A rule runs under the baselines of its row.
        if rules.contains(where: { $0 > low + 0.1 * size && $0 < high - 0.3 * size }) { return .infinity }
        let place =
            switch alignment {
            case .middle: (lines[first].baseline + lines[last].baseline) / 2
            case .top: lines[first].baseline
            case .bottom: lines[last].baseline
            }
        let misfit = abs(place - row) / size
        // Half a line beside the row is still its label; further off it belongs to no row.
        return misfit > 0.9 ? .infinity : misfit
    }
}

/// Cuts rows into as many runs as there are blocks, each run with its middle as near as can be to its block's.
///
/// - Parameters:
///   - borders: y of the rows' borders, one more than rows.
///   - middles: y of the blocks' middles, from top to bottom; not more than rows.
func centeredRuns(_ borders: [Double], around middles: [Double]) -> [Range<Int>] {
    let rows = borders.count - 1
    guard !middles.isEmpty, middles.count <= rows else { return [] }
    var cost = [Double](repeating: .infinity, count: rows + 1)
    cost[0] = 0
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
    var runs: [Range<Int>] = []
    var end = rows
    for choice in choices.reversed() {
        runs.append(choice[end]..<end)
        end = choice[end]
    }
    return runs.reversed()
}
