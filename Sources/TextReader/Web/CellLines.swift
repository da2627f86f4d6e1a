internal import DocumentModel

/// The lines of one cell as one text.
///
/// As in a PDF: Chinese lines follow each other without a blank, Latin words with one. A number broken by `<br>` is one number
/// where it has more digits than any that stands in the column unbroken; otherwise it would have had room, and the lines are
/// two numbers, separated by `\n`. So are numbers in two paragraphs.
///
/// - Parameter room: the length of the longest unbroken number in the column, in characters.
func joined(_ lines: [FlowLine], room: Int) -> String {
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

/// Digits with a sign in front, thousands separators, a decimal point; 00 and 5-3 are two.
private func isOneNumber(_ text: String) -> Bool {
    folded(text).wholeMatch(of: #/[+\-−]?(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?%?/#) != nil
}
