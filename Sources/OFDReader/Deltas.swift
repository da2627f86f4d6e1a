/// The ways from one character of a TextCode to the next, as an attribute lists them: numbers, and runs `g n v` of n times v.
struct Deltas {
    private var runs: [(count: Int, value: Double)] = []

    init(_ text: String) {
        var scanner = NumberScanner(text)
        while let token = scanner.next() {
            switch token {
            case .number(let value): runs.append((1, value))
            case .letter(UInt8(ascii: "G")):
                guard let count = scanner.nextNumber(), count >= 0, let value = scanner.nextNumber() else { return }
                runs.append((Int(count), value))
            case .letter: return
            }
        }
    }

    /// The first `limit` of them, as far as they go.
    func values(_ limit: Int) -> [Double] {
        var values: [Double] = []
        for run in runs where values.count < limit {
            values += repeatElement(run.value, count: min(run.count, limit - values.count))
        }
        return values
    }
}
