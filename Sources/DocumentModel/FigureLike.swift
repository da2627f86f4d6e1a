// What looks like a figure. All rules ask here; each question has one answer.
//
// The questions differ in what is at stake. Whether a text may stand in a column of figures is asked of whole texts, and generously:
// a footnote's letter makes no label. Whether two characters belong to one number is asked of characters, and strictly: a wrong
// yes makes one number of two. What a figure's value is only its reader decides.

/// The signs that stand with digits.
package enum FigureSigns {
    /// Strokes that are a minus sign, a dash for nothing, or a range: hyphen, minus, en dash, em dash, full-width hyphen.
    package static let strokes = "-−–—－"
    /// Between the digits of one number.
    package static let separators = ".,"
    /// What a cell without a figure holds, or two numbers between them.
    package static let slash = "/"

    /// Of numbers: what stands before, between and behind the digits of one. Of the strokes only those that are typed as a minus.
    fileprivate static let ofNumber = Set("+-−%\(separators)".unicodeScalars)
    /// Of cells for which there is no figure.
    fileprivate static let ofNothing = Set("-−–—.*…\(slash)".unicodeScalars)
    /// As recognition gives them, which takes one stroke for another.
    fileprivate static let recognized = Set("+%\(strokes)\(separators)\(slash)")
}

extension Unicode.Scalar {
    /// A digit, or another character that stands for a number, such as ④ or 三.
    package var isNumeral: Bool { properties.numericType != nil }

    /// A part of a printed number, full-width ones too: two of them, one after the other without a gap, are one number.
    package var isPartOfNumber: Bool {
        let scalar = foldedScalar(self)
        return "0"..."9" ~= scalar || FigureSigns.ofNumber.contains(scalar)
    }
}

extension Character {
    package var isPartOfNumber: Bool { unicodeScalars.allSatisfy(\.isPartOfNumber) }

    /// A character that a recognised figure may hold.
    package var isOfRecognizedFigure: Bool { isASCII && isNumber || FigureSigns.recognized.contains(self) }
}

extension StringProtocol {
    /// May stand in a column of figures: half of its characters are numerals, or it is a dash, a slash or dots. Brackets do not count.
    package var looksLikeFigure: Bool {
        let scalars = unicodeScalars.filter { !$0.isBlank && !"()（）".unicodeScalars.contains($0) }
        let numerals = scalars.count(where: \.isNumeral)
        if numerals == 0 { return scalars.count <= 3 && scalars.allSatisfy(FigureSigns.ofNothing.contains) }
        return 2 * numerals >= scalars.count
    }

    /// Nothing but numbers, one or several.
    package var holdsOnlyNumbers: Bool {
        unicodeScalars.contains(where: \.isNumeral)
            && unicodeScalars.allSatisfy {
                $0.isNumeral || FigureSigns.ofNumber.contains($0) || $0 == " " || $0 == "\n"
            }
    }

    /// A word of nothing but numerals and what stands for nothing: one that no blank ties to the next word.
    package var isFigureWord: Bool {
        unicodeScalars.allSatisfy {
            $0.isNumeral || FigureSigns.ofNothing.contains($0) && $0 != "…" || $0 == ","
        }
    }
}
