import Testing

@testable import ReportReader

@Suite("Equations over integers that are not negative")
struct IntegerSystemTests {
    private func equation(_ coefficients: [Int: Int], _ constant: Int, from source: Int = 0) -> IntegerSystem.Equation {
        IntegerSystem.Equation(
            terms: coefficients.sorted { $0.key < $1.key }.map { .init(unknown: $0.key, coefficient: $0.value) },
            constant: constant, sources: [source])
    }

    private func values(_ count: Int, _ equations: [IntegerSystem.Equation]) throws -> [Int?] {
        let system = try IntegerSystem(unknowns: count, equations: equations)
        return (0..<count).map(system.value(of:))
    }

    @Test("one unknown is what is left")
    func single() throws { #expect(try values(1, [equation([0: 1], 7)]) == [7]) }

    @Test("unknowns that share nothing are all 0, and those that share something stay open")
    func shares() throws {
        #expect(try values(2, [equation([0: 1, 1: 1], 0)]) == [0, 0])
        #expect(try values(2, [equation([0: 1, 1: 1], 1)]) == [nil, nil])
        #expect(try values(2, [equation([0: 1, 1: -1], 0)]) == [nil, nil])
    }

    @Test("what follows from several equations together is found")
    func together() throws {
        let system = try IntegerSystem(
            unknowns: 3, equations: [equation([0: 1, 1: 1], 5, from: 1), equation([0: 1, 1: 1, 2: 1], 7, from: 2)])
        #expect(system.value(of: 2) == 2)
        #expect(system.sources(of: 2) == [1, 2])
        #expect(system.value(of: 0) == nil)
        // x + y, y + z and z + x.
        #expect(
            try values(3, [equation([0: 1, 1: 1], 3), equation([1: 1, 2: 1], 5), equation([0: 1, 2: 1], 4)])
                == [1, 2, 3])
    }

    @Test("a contradiction names what it lies between, and nothing else")
    func contradiction() {
        #expect(throws: IntegerSystem.Contradiction(sources: [1, 2])) {
            try values(
                2, [equation([1: 1], 4, from: 3), equation([0: 1], 1, from: 1), equation([0: 1], 2, from: 2)])
        }
        #expect(throws: IntegerSystem.Contradiction(sources: [5])) { try values(1, [equation([0: 1], -1, from: 5)]) }
        #expect(throws: IntegerSystem.Contradiction(sources: [6])) { try values(0, [equation([:], 1, from: 6)]) }
        // Half of an odd number.
        #expect(throws: IntegerSystem.Contradiction.self) {
            try values(2, [equation([0: 1, 1: -1], 0), equation([0: 1, 1: 1], 3)])
        }
        // No end of it: each is more than the other.
        #expect(throws: IntegerSystem.Contradiction.self) {
            try values(2, [equation([0: 1, 1: -1], 1), equation([1: 1, 0: -1], 1)])
        }
    }
}
