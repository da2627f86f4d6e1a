internal import DocumentModel

/// A printed label prepared for comparison: its numeral apart, and of the rest only letters, digits and
/// ideographs, those in their simplified form.
struct Label: Hashable {
    let text: String
    /// The leading numeral without its punctuation: `一`, `3`; nil for none.
    let numeral: String?
    let letters: [Unicode.Scalar]
    /// Without what it says in brackets, where that leaves something: agencies and provinces explain the form's labels.
    let core: [Unicode.Scalar]?

    init(_ text: String) {
        self.text = text
        var scalars = Array(folded(text).unicodeScalars.filter { !$0.isBlank })[...]
        numeral = Self.takeNumeral(&scalars)
        letters = Self.letters(scalars)
        let outside = Self.withoutBrackets(scalars)
        core = outside.count < scalars.count ? Self.letters(outside[...]).nonEmpty : nil
    }

    private static func letters(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        scalars.filter { $0.isLetter || $0.properties.numericType != nil }.map(simplified)
    }

    private static func withoutBrackets(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var depth = 0
        return scalars.filter { scalar in
            if scalar == "(" { depth += 1 }
            defer { if scalar == ")" { depth = max(0, depth - 1) } }
            return depth == 0
        }
    }

    var isEmpty: Bool { letters.isEmpty }

    /// Another numeral in brackets stands inside it, 其他处理（七）总计: the labels of several rows run together. That of an article,
    /// 第二十条第（一）项, is none.
    var holdsAnother: Bool {
        var rest = Array(folded(text).unicodeScalars.filter { !$0.isBlank })[...]
        _ = Self.takeNumeral(&rest)
        while let open = rest.dropFirst().firstIndex(of: "(") {
            let inner = rest[(open + 1)...].prefix(while: isNumeralScalar)
            let behind = rest[(open + 1 + inner.count)...]
            if (1...2).contains(inner.count), behind.first == ")", behind.dropFirst().first?.isLetter == true,
                rest[open - 1].isLetter, rest[open - 1] != "第"
            {
                return true
            }
            rest = rest[(open + 1)...]
        }
        return false
    }

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

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
