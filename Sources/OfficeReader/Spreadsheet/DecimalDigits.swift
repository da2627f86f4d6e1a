/// A number as the decimal digits that a workbook shows of it.
struct DecimalDigits: Hashable {
    var isNegative: Bool
    /// Without zeros in front; empty for zero.
    private(set) var digits: [UInt8]
    /// How many of the digits stand before the decimal point; negative where zeros stand between.
    private(set) var point: Int

    /// The digits of a finite number: no more than 15, as many as workbooks have.
    init(_ number: Double) {
        isNegative = number < 0
        // The shortest that means the same number: `12.5`, `1e-07`, `1.5e+20`.
        let parts = abs(number).description.lowercased().split(separator: "e", maxSplits: 1)
        let mantissa = parts.first.map { Array($0.utf8) } ?? []
        let whole = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        digits = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 &- UInt8(ascii: "0") }
        point = whole + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        normalize()
        if digits.count > 15 { round(toDecimals: 15 - point) }
    }

    var isZero: Bool { digits.isEmpty }

    /// Multiplies by a power of ten.
    mutating func scale(by power: Int) { if !isZero { point += power } }

    /// Rounds halves away from zero. A negative number of decimals rounds to tens, hundreds and so on.
    mutating func round(toDecimals decimals: Int) {
        let kept = point + decimals
        guard kept < digits.count else { return }
        guard kept >= 0 else {
            digits = []
            return normalize()
        }
        let goesUp = digits[kept] >= 5
        digits.removeSubrange(kept...)
        if goesUp {
            var place = kept - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        normalize()
    }

    /// The digits before the decimal point, none for a number below one.
    var whole: [UInt8] {
        point <= 0 ? [] : Array(digits.prefix(point)) + Array(repeating: 0, count: max(0, point - digits.count))
    }

    /// The digits behind the decimal point, without zeros at the end.
    var decimals: [UInt8] {
        isZero ? [] : Array(repeating: 0, count: max(0, -point)) + digits.dropFirst(max(0, point))
    }

    /// The power of ten of the first digit.
    var exponent: Int { isZero ? 0 : point - 1 }

    private mutating func normalize() {
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            point = 0
            isNegative = false
        }
    }
}

/// Digits as text.
func digitText(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
}
