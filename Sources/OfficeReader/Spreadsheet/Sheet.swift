/// A sheet of a workbook: what its cells show.
struct Sheet: Hashable {
    /// The cells that show something or have borders, by row, then column, each place once.
    var cells: [SheetCell] = []
    /// Cells merged into one, of which the first shows what they hold.
    var merges: [SheetRange] = []
    var hiddenRows: SheetIndexes = []
    var hiddenColumns: SheetIndexes = []
}

struct SheetCell: Hashable {
    /// From 0.
    var row: Int
    var column: Int
    var text: String
    /// It has a line at its left or right.
    var isRuled: Bool
}

struct SheetRange: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
}

/// Numbers of rows or columns as ranges: they may be all there are.
struct SheetIndexes: Hashable, ExpressibleByArrayLiteral {
    /// In rising order, none touching the next.
    private var ranges: [Range<Int>] = []

    init(_ ranges: [Range<Int>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = self.ranges.last, range.lowerBound <= last.upperBound {
                self.ranges[self.ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                self.ranges.append(range)
            }
        }
    }

    init(arrayLiteral ranges: Range<Int>...) { self.init(ranges) }

    func contains(_ index: Int) -> Bool {
        let place = firstRange(endingAfter: index)
        return place < ranges.count && ranges[place].lowerBound <= index
    }

    /// How many there are within a range.
    func count(in range: Range<Int>) -> Int {
        ranges[firstRange(endingAfter: range.lowerBound)...].prefix { $0.lowerBound < range.upperBound }
            .reduce(0) { $0 + $1.clamped(to: range).count }
    }

    private func firstRange(endingAfter index: Int) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
