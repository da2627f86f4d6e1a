/// Tells quickly for which lengths of a block of lines its sum may be the total's.
struct BlockSums {
    private let lines: FigureLines
    private let steps: [Int]

    init(_ lines: FigureLines, steps: [Int]) {
        self.lines = lines
        self.steps = steps
    }

    /// Lengths, two or more, of the beginnings of `block` whose sums hold in some place.
    func promising(_ block: some Sequence<Int>, total: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: lines.places.count)
        var isOpen = lines.entries[total].map { if case .number(let units, _) = $0 { units != 0 } else { false } }
        var lengths: [Int] = []
        for (count, line) in block.enumerated() {
            for place in sums.indices where isOpen[place] {
                switch lines.entries[line][place] {
                case .number(let units, _): sums[place] += units
                case .nothing: break
                case .other: isOpen[place] = false
                }
            }
            guard count > 0 else { continue }
            let isNear = sums.indices.contains { place in
                guard isOpen[place], case .number(let units, _) = lines.entries[total][place] else { return false }
                return 2 * abs(units - sums[place]) <= (count + 2) * steps[place]
            }
            if isNear { lengths.append(count + 1) }
        }
        return lengths
    }
}
