/// A row of a table as its label column sees it.
struct LabelledRow: Equatable {
    /// The row of figures; nil for a label without any.
    var row: Int?
    /// The lines of its label.
    var lines: Range<Int>
}

/// Shares the lines of a column out among rows, in order: several lines make one cell when they stand level with the row by
/// their middle, their first or their last line.
///
/// - Parameters:
///   - lines: the column's lines from top to bottom.
///   - rows: baselines of the rows, from top to bottom.
///   - rules: y of drawn lines, over which no cell reaches.
/// - Returns: all rows and all lines, in order; nil where no sharing puts the lines level with the rows.
func sharedLines(_ lines: [LabelLine], among rows: [Double], rules: [Double]) -> [LabelledRow]? {
    CellAlignment.allCases.compactMap { alignment in
        LineSharing(lines: lines, rows: rows, rules: rules, alignment: alignment).best
    }.min { $0.cost < $1.cost }?.rows
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
    private let columnEnd: Double

    init(lines: [LabelLine], rows: [Double], rules: [Double], alignment: CellAlignment) {
        self.lines = lines
        self.rows = rows
        self.rules = rules
        self.alignment = alignment
        columnEnd = lines.map(\.box.x1).max() ?? 0
    }

    /// More lines than this make no label.
    private static let mostLines = 8
    // Costs, in font sizes of misfit: a row without a line, a line without a row, a line that goes on in the next though it
    // has room left.
    private static let blank = 0.9
    private static let alone = 0.8
    private static let short = 1.0

    /// The sharing of the least cost, by dynamic programming over rows and lines.
    var best: (rows: [LabelledRow], cost: Double)? {
        // cost[j]: the least for the rows so far with the first j lines.
        var cost = [Double](repeating: .infinity, count: lines.count + 1)
        cost[0] = 0
        var steps: [(alone: [Bool], start: [Int])] = []
        for row in rows.indices {
            let alone = addAlone(before: row, to: &cost)
            var next = cost.map { $0 + Self.blank }
            var start = Array(0...lines.count)
            for first in near(rows[row]) where cost[first] < .infinity {
                for end in (first + 1)...min(first + Self.mostLines, lines.count) {
                    let total = cost[first] + misfit(first..<end, row: rows[row])
                    if total < next[end] { (next[end], start[end]) = (total, first) }
                }
            }
            cost = next
            steps.append((alone, start))
        }
        let alone = addAlone(before: rows.count, to: &cost)
        guard cost[lines.count] < .infinity else { return nil }
        var result: [LabelledRow] = []
        var end = lines.count
        func takeAlone(_ alone: [Bool]) {
            while end > 0, alone[end] {
                end -= 1
                result.append(LabelledRow(row: nil, lines: end..<(end + 1)))
            }
        }
        takeAlone(alone)
        for row in rows.indices.reversed() {
            result.append(LabelledRow(row: row, lines: steps[row].start[end]..<end))
            end = steps[row].start[end]
            takeAlone(steps[row].alone)
        }
        return (result.reversed(), cost[lines.count])
    }

    /// Lets lines between the row before `row` and `row` be rows of their own.
    ///
    /// - Returns: for every count of lines whether the last of them is.
    private func addAlone(before row: Int, to cost: inout [Double]) -> [Bool] {
        var isAlone = [Bool](repeating: false, count: lines.count + 1)
        let low = row > 0 ? rows[row - 1] : -.infinity
        let high = row < rows.count ? rows[row] : .infinity
        for index in lines.indices where lines[index].baseline > low && lines[index].baseline < high {
            if cost[index] + Self.alone < cost[index + 1] {
                cost[index + 1] = cost[index] + Self.alone
                isAlone[index + 1] = true
            }
        }
        return isAlone
    }

    /// The lines that a cell of the row may start with.
    private func near(_ row: Double) -> Range<Int> {
        let reach = 2 * Double(Self.mostLines) * (lines.first?.size ?? 0)
        return lines.partitionPoint { $0.baseline < row - reach }..<lines.partitionPoint { $0.baseline <= row + reach }
    }

    private func misfit(_ range: Range<Int>, row: Double) -> Double {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        let size = lines[first].size
        var short = 0.0
        for (upper, lower) in zip(range, range.dropFirst()) {
            if lines[lower].isNumbered || lines[lower].baseline - lines[upper].baseline > 1.8 * size {
                return .infinity
            }
            if lines[upper].box.x1 < columnEnd - 2.5 * size { short += Self.short }
        }
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
        return misfit > 0.9 ? .infinity : misfit + short
    }
}
