extension String {
    /// Begins with an ordinal and its mark: `3.`, `十八、`, `（二）`, `(4)`.
    var startsWithOrdinal: Bool {
        let rest = unicodeScalars.drop { "(（".unicodeScalars.contains($0) }
        let numeral = rest.prefix { $0.properties.numericType != nil }
        guard !numeral.isEmpty, numeral.endIndex < rest.endIndex else { return false }
        // A decimal point is none.
        let mark = rest[numeral.endIndex]
        let next = rest.index(after: numeral.endIndex)
        let isDecimal = mark == "." && next < rest.endIndex && rest[next].properties.numericType != nil
        return ".)、．）".unicodeScalars.contains(mark) && !isDecimal
    }
}
