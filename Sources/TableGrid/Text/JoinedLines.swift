internal import DocumentModel

/// The lines of one cell as one text.
///
/// Chinese lines follow each other without a blank, Latin words with one. A number broken over lines is one number where the
/// whole of it would not have fitted on one line; two numbers that would have fitted stay two, separated by `\n`.
///
/// - Parameter room: the cell's inner extent along the text, in points; nil where lines are never judged by their length.
package func joined(_ lines: [TextLine], room: Double?) -> String {
    var text = ""
    // What has come together on the last unbroken stretch, for telling whether a number had room.
    var stretch = 0.0
    var previous: TextLine?
    for line in lines {
        let length = line.box.extent(along: line.direction.axis).length
        if let last = text.unicodeScalars.last, let first = line.text.unicodeScalars.first, let previous {
            // A line that has room left was not broken for want of it.
            // Two points are in no number.
            let areTwo = previous.text.isDecimal && line.text.isDecimal
            let fits = areTwo || (room.map { stretch + length < $0 } ?? false)
            let glue = glue(last, first, fits: fits, sameDirection: previous.direction == line.direction)
            text += glue
            stretch = glue.isEmpty ? stretch + length : length
        } else {
            stretch = length
        }
        text += line.text
        previous = line
    }
    return text
}

private func glue(_ last: Unicode.Scalar, _ first: Unicode.Scalar, fits: Bool, sameDirection: Bool) -> String {
    if !sameDirection { return "\n" }
    if last.isPartOfNumber && first.isPartOfNumber { return fits ? "\n" : "" }
    if isWide(last) || isWide(first) { return "" }
    return " "
}

extension String {
    /// Digits with one point between them: a figure by itself.
    var isDecimal: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { $0.contains(where: \.isNumber) && $0.unicodeScalars.allSatisfy(\.isPartOfNumber) }
    }
}

extension ClosedRange<Double> {
    package var length: Double { upperBound - lowerBound }
    package var middle: Double { (lowerBound + upperBound) / 2 }
}
