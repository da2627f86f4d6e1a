/// Goes through the numbers and letters of an attribute or a path: ST_Array and AbbreviatedData of GB/T 33190-2016.
struct NumberScanner: IteratorProtocol {
    enum Token: Hashable {
        case number(Double)
        /// In upper case.
        case letter(UInt8)
    }

    /// Beyond it, in millimetres, nothing is on any page; a number that large ends the scan.
    static let farthest = 1e6

    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// - Returns: nil at the end, and at a number that cannot be meant.
    mutating func next() -> Token? {
        while place < bytes.count {
            let byte = bytes[place]
            if isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") {
                return number().map { .number($0) }
            }
            place += 1
            if let letter = upperCase(byte) { return .letter(letter) }
        }
        return nil
    }

    mutating func nextNumber() -> Double? {
        if case .number(let value)? = next() { value } else { nil }
    }

    private mutating func number() -> Double? {
        var sign = 1.0
        if bytes[place] == UInt8(ascii: "-") { sign = -1 }
        if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") { place += 1 }
        var value = 0.0
        let start = place
        takeDigits { value = 10 * value + $0 }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            var unit = 1.0
            var fraction = 0.0
            takeDigits { digit in
                guard unit < 1e15 else { return }
                unit *= 10
                fraction = 10 * fraction + digit
            }
            value += fraction / unit
        }
        guard place > start else { return nil }
        for _ in 0..<min(40, abs(exponent())) { value = isGrowing ? value * 10 : value / 10 }
        return value <= Self.farthest ? sign * value : nil
    }

    /// Of the exponent read last.
    private var isGrowing = true

    private mutating func exponent() -> Int {
        guard place < bytes.count, upperCase(bytes[place]) == UInt8(ascii: "E") else { return 0 }
        var start = place + 1
        isGrowing = true
        if start < bytes.count, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") {
            isGrowing = bytes[start] == UInt8(ascii: "+")
            start += 1
        }
        guard start < bytes.count, isDigit(bytes[start]) else { return 0 }
        place = start
        var value = 0
        takeDigits { value = min(1000, 10 * value + Int($0)) }
        return value
    }

    private mutating func takeDigits(_ take: (Double) -> Void) {
        while place < bytes.count, isDigit(bytes[place]) {
            take(Double(bytes[place] - UInt8(ascii: "0")))
            place += 1
        }
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func upperCase(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    default: nil
    }
}

/// Numbers up to the first that cannot be meant.
func numbers(_ text: String) -> [Double] {
    var scanner = NumberScanner(text)
    var values: [Double] = []
    while let value = scanner.nextNumber() { values.append(value) }
    return values
}
