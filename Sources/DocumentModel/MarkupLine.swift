/// A line of a cell as markup makes it: the text between two breaks.
package struct MarkupLine: Hashable, Sendable {
    package var text: String
    /// A block ends before it, not only a line (`<br>`).
    package var startsBlock: Bool

    package init(text: String, startsBlock: Bool) {
        (self.text, self.startsBlock) = (text, startsBlock)
    }
}

/// The lines of one cell as one text.
///
/// As in a PDF: Chinese lines follow each other without a blank, Latin words with one. A number broken by `<br>` is one number
/// where it has more digits than any that stands in the column unbroken; otherwise it would have had room, and the lines are
/// two numbers, separated by `\n`. So are numbers in two paragraphs.
///
/// - Parameter room: the length of the longest unbroken number in the column, in characters.
package func joined(_ lines: [MarkupLine], room: Int) -> String {
    var text = ""
    for line in lines {
        if let last = text.unicodeScalars.last, let first = line.text.unicodeScalars.first {
            if last.isPartOfNumber && first.isPartOfNumber {
                let number =
                    String(text.reversed().prefix(while: \.isPartOfNumber).reversed())
                    + line.text.prefix(while: \.isPartOfNumber)
                let isBroken = !line.startsBlock && number.count > room && isOneNumber(number)
                if !isBroken { text += "\n" }
            } else if needsBlank(between: last, and: first) {
                text += " "
            }
        }
        text += line.text
    }
    return text
}

/// Words and figures stand apart where lines are joined, ideographs and their punctuation do not.
package func needsBlank(between last: Unicode.Scalar, and first: Unicode.Scalar) -> Bool {
    last.isASCII && first.isASCII
}

/// Soft hyphens, zero-width blanks and joiners, marks of direction and of byte order.
package func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
}

/// Digits with a sign in front, thousands separators, a decimal point; 00 and 5-3 are two.
private func isOneNumber(_ text: String) -> Bool {
    folded(text).wholeMatch(of: #/[+\-−]?(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?%?/#) != nil
}
