#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What stands in a column of a row.
package enum FieldValue: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case decimal(Decimal)
    case real(Double)

    package init(_ text: String?) { self = text.map { .text($0) } ?? .none }
    package init(_ number: Int?) { self = number.map { .integer($0) } ?? .none }
    package init(_ number: Decimal?) { self = number.map { .decimal($0) } ?? .none }
    package init(_ number: Double?) { self = number.map { .real($0) } ?? .none }
    /// A list of names, parted by blanks; nothing where it is empty.
    package init(_ names: [String]?) {
        guard let names, !names.isEmpty else {
            self = .none
            return
        }
        self = .text(names.joined(separator: " "))
    }

    /// As a field of CSV; empty for nothing.
    package var text: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .boolean(let value): String(value)
        case .decimal(let number): "\(number)"
        case .real(let number): "\(number)"
        }
    }
}

extension CSVText {
    /// A line of the columns' names.
    package init<Row>(columns: [Column<Row>]) { self.init(header: columns.map(\.name)) }

    /// A line of what `row` has in the columns.
    package mutating func append<Row>(_ row: Row, in columns: [Column<Row>]) {
        append(columns.map { $0.value(row).text })
    }
}
