/// Makes something of every number, so many at the same time, and takes it in their order; only a few wait for it.
func inOrder<Value: Sendable>(
    _ numbers: Range<Int>, jobs: Int, making make: @escaping @Sendable (Int) throws -> Value,
    take: (Int, Value) async throws -> Void
) async throws {
    let width = jobs * 4
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
        var waiting: [Int: Value] = [:]
        var next = numbers.lowerBound
        var begun = numbers.lowerBound
        var made = numbers.lowerBound
        while next < numbers.upperBound {
            while begun < numbers.upperBound, begun < next + width, begun < made + jobs {
                let index = begun
                begun += 1
                group.addTask { (index, try make(index)) }
            }
            guard let (index, value) = try await group.next() else { break }
            made += 1
            waiting[index] = value
            while let value = waiting.removeValue(forKey: next) {
                try await take(next, value)
                next += 1
            }
        }
    }
}
