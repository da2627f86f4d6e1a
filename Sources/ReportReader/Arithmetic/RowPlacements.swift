internal import ReportForms
internal import ReportStandard

/// Rows that have fewer figures than columns, because blanks were dropped when a table was flattened: where each figure stood, as
/// far as the sums can tell.
///
/// Every way to put a row's figures, in their order, into its columns is a candidate; those that the sums of rows and columns rule
/// out together fall. What all that is left agrees on is certain: an exact search with bounds on every sum, given up where it
/// would take too long. A blank counts as 0, and beside a sum that is blank all parts are.
struct RowPlacements {
    /// A row of a table whose blanks were dropped, or put in.
    struct Row {
        /// Of all its columns, from left to right.
        var codes: [IndicatorCode]
        /// What its cells hold, in order; nil for a dash.
        var cells: [Int?]
    }

    /// What a column turned out to hold.
    enum Place: Hashable {
        case blank
        /// The row's cell of that number.
        case cell(Int)
    }

    private(set) var places: [IndicatorCode: Place] = [:]
    /// The relations that rule out all else.
    private(set) var evidence: [IndicatorCode: [String]] = [:]

    /// More ways to fill a row say nothing anyway.
    private static let mostCandidates = 3500
    private static let mostSteps = 1_000_000
    private static let mostSolutions = 2000

    private let rows: [Row]
    private let relations: [Relation]

    /// - Parameters:
    ///   - relations: of the whole form.
    ///   - known: the report's other figures; nil for a blank. A relation with a figure that is neither known nor of `rows` says
    ///     nothing.
    init(_ rows: [Row], relations: [Relation], known: [IndicatorCode: Int?]) {
        let own = Set(rows.flatMap(\.codes))
        let relations = relations.filter { relation in
            let codes = relation.left + relation.right
            return codes.contains(where: own.contains) && codes.allSatisfy { own.contains($0) || known[$0] != nil }
        }
        // A row that no sum over several rows speaks of stays open.
        let placeable = rows.filter { row in
            let codes = Set(row.codes)
            return relations.contains { relation in
                let all = relation.left + relation.right
                return all.contains(where: codes.contains) && !all.allSatisfy(codes.contains)
            }
        }
        self.rows = placeable
        let open = own.subtracting(placeable.flatMap(\.codes))
        self.relations = relations.filter { !($0.left + $0.right).contains(where: open.contains) }
        place(known: known)
    }

    private mutating func place(known: [IndicatorCode: Int?]) {
        let candidates = rows.map(self.candidates)
        guard !rows.isEmpty, candidates.allSatisfy({ !$0.isEmpty }) else { return }
        // Sums cannot tell ways apart that differ only in which zero is a blank: they are one choice.
        let choices = zip(rows, candidates).map { row, ways in
            Array(Dictionary(grouping: ways) { $0.map { $0.value(in: row) } }).sorted {
                $0.key.lexicographicallyPrecedes($1.key)
            }
        }
        var search = Search(rows: rows, choices: choices.map { $0.map(\.key) }, relations: relations, known: known)
        guard let solutions = search.solutions(mostSteps: Self.mostSteps, most: Self.mostSolutions) else { return }
        for (number, row) in rows.enumerated() {
            let left = Set(solutions.map { $0[number] }).flatMap { choices[number][$0].value }
            guard let first = left.first else { continue }
            for (column, code) in row.codes.enumerated() {
                let across = relations.filter { isAcross($0, row: row, code: code, known: known) }
                guard !across.isEmpty, left.allSatisfy({ $0[column].agrees(with: first[column], in: row) }) else {
                    continue
                }
                places[code] = first[column]
                evidence[code] = across.map(\.id)
            }
        }
    }

    /// A relation over several rows that says something: not all its figures are 0.
    private func isAcross(_ relation: Relation, row: Row, code: IndicatorCode, known: [IndicatorCode: Int?]) -> Bool {
        let all = relation.left + relation.right
        guard all.contains(code), !all.allSatisfy(row.codes.contains) else { return false }
        return all.contains { known[$0].flatMap(\.self) ?? 0 != 0 }
    }

    // MARK: Candidates

    /// The ways to put a row's cells into its columns that the sums within the row allow; empty where there are too many.
    private func candidates(_ row: Row) -> [[Place]] {
        let columns = row.codes.count
        let inner = relations.filter { ($0.left + $0.right).allSatisfy(row.codes.contains) }.map { relation in
            (
                left: relation.left.compactMap(row.codes.firstIndex),
                right: relation.right.compactMap(row.codes.firstIndex)
            )
        }
        var found: [[Place]] = []
        var places = [Place](repeating: .blank, count: columns)
        func add(_ cell: Int, from column: Int) {
            guard found.count <= Self.mostCandidates else { return }
            guard cell < row.cells.count else {
                if inner.allSatisfy({ sum(places, $0.left, row) == sum(places, $0.right, row) }) {
                    found.append(places)
                }
                return
            }
            for next in column..<max(column, columns - (row.cells.count - cell) + 1) {
                places[next] = .cell(cell)
                add(cell + 1, from: next + 1)
                places[next] = .blank
            }
        }
        add(0, from: 0)
        return found.count > Self.mostCandidates ? [] : found
    }

    private func sum(_ places: [Place], _ columns: [Int], _ row: Row) -> Int {
        columns.reduce(0) { $0 + places[$1].value(in: row) }
    }
}

extension RowPlacements.Place {
    fileprivate func value(in row: RowPlacements.Row) -> Int {
        switch self {
        case .blank: 0
        case .cell(let index): row.cells[index] ?? 0
        }
    }

    /// True where both say the same of the column: blank, or the same number.
    fileprivate func agrees(with other: Self, in row: RowPlacements.Row) -> Bool {
        switch (self, other) {
        case (.blank, .blank): true
        case (.cell(let a), .cell(let b)): row.cells[a] == row.cells[b]
        default: false
        }
    }
}

/// Chooses for every row what its columns hold such that all relations hold.
private struct Search {
    /// For every row and choice what it adds to each relation, left less right.
    private let terms: [[[Int]]]
    /// For every row the least and the most that it and the rows behind it can add to each relation.
    private let reach: [[ClosedRange<Int>]]
    private var residual: [Int]
    private var chosen: [Int] = []
    private var found: [[Int]] = []
    private var steps = 0

    init(
        rows: [RowPlacements.Row], choices: [[[Int]]], relations: [Relation], known: [IndicatorCode: Int?]
    ) {
        func sign(_ code: IndicatorCode, _ relation: Relation) -> Int {
            relation.left.contains(code) ? 1 : relation.right.contains(code) ? -1 : 0
        }
        terms = zip(rows, choices).map { row, choices in
            let signs = row.codes.map { code in relations.map { sign(code, $0) } }
            return choices.map { values in
                relations.indices.map { relation in
                    values.indices.reduce(0) { $0 + signs[$1][relation] * values[$1] }
                }
            }
        }
        residual = relations.map { relation in
            relation.left.reduce(0) { $0 + (known[$1].flatMap(\.self) ?? 0) }
                - relation.right.reduce(0) { $0 + (known[$1].flatMap(\.self) ?? 0) }
        }
        var reach = [relations.map { _ in 0...0 }]
        for row in terms.reversed() {
            reach.append(
                zip(relations.indices, reach[reach.count - 1]).map { relation, behind in
                    let own = row.map { $0[relation] }
                    return ((own.min() ?? 0) + behind.lowerBound)...((own.max() ?? 0) + behind.upperBound)
                })
        }
        self.reach = reach.reversed()
    }

    /// All choices, by row; nil where there are more than `most`, or looking for them takes too long.
    mutating func solutions(mostSteps: Int, most: Int) -> [[Int]]? {
        guard choose(mostSteps: mostSteps, most: most) else { return nil }
        return found
    }

    /// - Returns: false where a limit is met.
    private mutating func choose(mostSteps: Int, most: Int) -> Bool {
        let row = chosen.count
        guard zip(residual, reach[row]).allSatisfy({ $1.contains(-$0) }) else { return true }
        guard row < terms.count else {
            found.append(chosen)
            return found.count <= most
        }
        for (index, term) in terms[row].enumerated() {
            steps += 1
            guard steps <= mostSteps else { return false }
            for relation in term.indices { residual[relation] += term[relation] }
            chosen.append(index)
            let goesOn = choose(mostSteps: mostSteps, most: most)
            chosen.removeLast()
            for relation in term.indices { residual[relation] -= term[relation] }
            guard goesOn else { return false }
        }
        return true
    }
}
