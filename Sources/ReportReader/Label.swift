internal import DocumentModel

/// A printed label prepared for comparison: its numeral apart, and of the rest only letters, digits and
/// ideographs, those in their simplified form.
struct Label: Hashable {
    let text: String
    /// The leading numeral without its punctuation: `一`, `3`; nil for none.
    let numeral: String?
    let letters: [Unicode.Scalar]

    init(_ text: String) {
        self.text = text
        var scalars = Array(folded(text).unicodeScalars.filter { !$0.isBlank })[...]
        numeral = Self.takeNumeral(&scalars)
        letters = scalars.filter { $0.isLetter || $0.properties.numericType != nil }.map(simplified)
    }

    var isEmpty: Bool { letters.isEmpty }

    /// Cuts off `一、`, `（一）`, `1.`, `1、`, `(1)`.
    private static func takeNumeral(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String? {
        var rest = scalars
        let isOpened = rest.first == "("
        if isOpened { rest = rest.dropFirst() }
        let digits = rest.prefix { isNumeralScalar($0) }
        guard !digits.isEmpty, digits.count <= 3 else { return nil }
        rest = rest.dropFirst(digits.count)
        guard let closing = rest.first else { return nil }
        let isNumeral = isOpened ? closing == ")" : "、.．)，,".unicodeScalars.contains(closing)
        // `1.5万` is a number, not a numbered label.
        guard isNumeral, rest.dropFirst().first.map({ !("0"..."9" ~= $0) }) ?? false else { return nil }
        scalars = rest.dropFirst()
        return String(String.UnicodeScalarView(digits))
    }
}

private func isNumeralScalar(_ scalar: Unicode.Scalar) -> Bool {
    "0"..."9" ~= scalar || "一二三四五六七八九十".unicodeScalars.contains(scalar)
}
