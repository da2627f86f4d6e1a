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
///   - options: what a misfit costs.
/// - Returns: all rows and all lines, in order; nil where no sharing puts the lines level with the rows.
func assignedLabels(
    _ lines: [LabelLine], among rows: [Double], rules: [Double], options: TableOptions
) -> [LabelledRow]? {
    CellAlignment.allCases.compactMap { alignment in
        LabelAssignment(lines: lines, rows: rows, rules: rules, alignment: alignment, options: options).best
    }.min { $0.cost < $1.cost }?.rows
}

/// How the lines of a cell stand to those of the other cells of its row.
private enum CellAlignment: CaseIterable {
    case middle, top, bottom
}

/// The lines of a column shared out among rows, under the assumption that all cells are aligned alike.
private struct LabelAssignment {
    let lines: [LabelLine]
    let rows: [Double]
    let rules: [Double]
    let alignment: CellAlignment
    private let options: FigureTableOptions
    private let typography: Typography
    private let columnEnd: Double
    private let mostLines: Int
    private let isEvenlySpaced: Bool

    init(lines: [LabelLine], rows: [Double], rules: [Double], alignment: CellAlignment, options: TableOptions) {
        self.lines = lines
        self.rows = rows
        self.rules = rules
        self.alignment = alignment
        (self.options, typography) = (options.figures, options.typography)
        mostLines = max(options.figures.mostLabelLines, 1)
        columnEnd = lines.map(\.box.x1).max() ?? 0
        let pitches = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }
        let (least, most) = (pitches.min() ?? 0, pitches.max() ?? 0)
        isEvenlySpaced =
            lines.count > rows.count && rows.count >= options.figures.fewestRows
            && most - least < options.typography.samePitch * (lines.first?.size ?? 0)
    }

    /// The sharing of the least cost, by dynamic programming over rows and lines.
    var best: (rows: [LabelledRow], cost: Double)? {
        // cost[j]: the least for the rows so far with the first j lines.
        var cost = [Double](repeating: .infinity, count: lines.count + 1)
        cost[0] = 0
        var steps: [(alone: [Bool], start: [Int])] = []
        for row in rows.indices {
            let alone = addAlone(before: row, to: &cost)
            var next = cost.map { $0 + options.rowAlone }
            var start = Array(0...lines.count)
            for first in near(rows[row]) where cost[first] < .infinity {
                for end in (first + 1)...min(first + mostLines, lines.count) {
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
            if cost[index] + options.labelAlone < cost[index + 1] {
                cost[index + 1] = cost[index] + options.labelAlone
                isAlone[index + 1] = true
            }
        }
        return isAlone
    }

    /// The lines that a cell of the row may start with.
    private func near(_ row: Double) -> Range<Int> {
        let reach = 2 * Double(mostLines) * (lines.first?.size ?? 0)
        return lines.partitionPoint { $0.baseline < row - reach }..<lines.partitionPoint { $0.baseline <= row + reach }
    }

    private func misfit(_ range: Range<Int>, row: Double) -> Double {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        let size = lines[first].size
        var short = 0.0
        for (upper, lower) in zip(range, range.dropFirst()) {
            if lines[lower].isNumbered || lines[lower].baseline - lines[upper].baseline > typography.loosePitch * size {
                return .infinity
            }
            // Behind dots, and under a heading in capitals, begins another label.
            if lines[upper].isLed || lines[upper].isCapital && !lines[lower].isCapital { return .infinity }
            // Where all lines stand equally far apart, one that begins as labels do is no rest of another.
            if isEvenlySpaced && lines[lower].isCapitalized { short += options.lineShort }
            if lines[upper].box.x1 < columnEnd - options.lineRoom * size { short += options.lineShort }
        }
        let low = min(lines[first].baseline, row)
        let high = max(lines[last].baseline, row)
        // A rule runs under the baselines of its row.
        if rules.contains(where: {
            $0 > low + typography.underline * size && $0 < high - typography.ruleUnderBaseline * size
        }) {
            return .infinity
        }
        let place =
            switch alignment {
            case .middle: (lines[first].baseline + lines[last].baseline) / 2
            case .top: lines[first].baseline
            case .bottom: lines[last].baseline
            }
        let misfit = abs(place - row) / size
        // Half a line beside the row is still its label; further off it belongs to no row.
        return misfit > options.misfit ? .infinity : misfit + short
    }
}
