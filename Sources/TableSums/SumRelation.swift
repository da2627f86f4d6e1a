public import DocumentModel

/// One line of a table that is the sum of others, in every place where they have figures: a row of rows in each column, or a column
/// of columns in each row.
public struct SumRelation: Hashable, Sendable {
    /// `.horizontal` where rows are added up, `.vertical` where columns are.
    public var axis: Axis
    /// The row, or column, of the sums.
    public var total: Int
    public var parts: [Part]
    /// A word of the total's label says that it is one.
    public var isNamed: Bool
    /// Where it was looked at, in their order.
    public var sums: [Sum]
    /// How many relations as good as this one were to be expected in the table by chance, at most 1.
    public var chance: Double

    public struct Part: Hashable, Sendable {
        /// The row, or column.
        public var line: Int
        public var isSubtracted: Bool

        public init(line: Int, isSubtracted: Bool = false) {
            self.line = line
            self.isSubtracted = isSubtracted
        }
    }

    /// The relation in one place.
    public struct Sum: Hashable, Sendable {
        /// The column, or row.
        public var place: Int
        /// What the parts' figures come to, as a decimal text.
        public var sum: String
        /// The total's figure less that, as a decimal text; within what rounding explains where the sum holds.
        public var difference: String
        public var holds: Bool

        public init(place: Int, sum: String, difference: String, holds: Bool) {
            self.place = place
            self.sum = sum
            self.difference = difference
            self.holds = holds
        }
    }

    public var fails: Bool { sums.contains { !$0.holds } }
}

extension SumRelation {
    /// Row and column of the total in one place.
    public func square(of line: Int, at place: Int) -> (row: Int, column: Int) {
        axis == .horizontal ? (line, place) : (place, line)
    }
}
