/// Union-find with path halving (Tarjan and van Leeuwen 1984).
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    /// The lower root stays, so that results do not depend on the order of joins.
    mutating func join(_ left: Int, _ right: Int) {
        let (a, b) = (root(of: left), root(of: right))
        if a != b { parents[max(a, b)] = min(a, b) }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element does not satisfy `before`, in a collection partitioned by it.
    package func partitionPoint(_ before: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if before(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
