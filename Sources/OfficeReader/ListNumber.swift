/// How the numbers of lists are written: the formats of ECMA-376, part 1, section 17.18.59, and of ODF.
enum ListNumber {
    /// A number in the format of that name; nil for a format without numbers, such as bullets.
    static func text(_ number: Int, format: String) -> String? {
        switch format {
        case "none", "bullet", "": nil
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
        case "lowerLetter": letters(number, from: "a")
        case "upperLetter": letters(number, from: "A")
        case "lowerRoman": roman(number)?.lowercased() ?? "\(number)"
        case "upperRoman": roman(number) ?? "\(number)"
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting":
            counted(number, digits: "零一二三四五六七八九", units: ["", "十", "百", "千", "万"], hidesOne: true)
        case "chineseLegalSimplified":
            counted(number, digits: "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟", "萬"], hidesOne: false)
        case "ideographLegalTraditional", "japaneseLegal":
            counted(number, digits: "零壹貳參肆伍陸柒捌玖", units: ["", "拾", "佰", "仟", "萬"], hidesOne: false)
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
            String("\(number)".map { digit in Array("〇一二三四五六七八九")[digit.wholeNumberValue ?? 0] })
        case "ideographTraditional": sign(number, of: "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": sign(number, of: "子丑寅卯辰巳午未申酉戌亥")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
        case "decimalEnclosedParen": sign(number, of: "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
        case "decimalEnclosedFullstop": sign(number, of: "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
        case "ideographEnclosedCircle": sign(number, of: "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
        case "numberInDash": "- \(number) -"
        default: "\(number)"
        }
    }

    /// 三百零五, 一千二百, 十一 and 二十; numbers that no list has in digits.
    private static func counted(_ number: Int, digits: String, units: [String], hidesOne: Bool) -> String {
        guard (1..<100_000).contains(number) else { return number == 0 ? String(digits.prefix(1)) : "\(number)" }
        let digits = digits.map(String.init)
        var text = ""
        var isZeroDue = false
        let places = "\(number)".compactMap(\.wholeNumberValue)
        for (place, digit) in places.enumerated() {
            if digit == 0 {
                isZeroDue = true
                continue
            }
            if isZeroDue { text += digits[0] }
            isZeroDue = false
            text += digits[digit] + units[places.count - 1 - place]
        }
        return hidesOne && (10..<20).contains(number) ? String(text.dropFirst()) : text
    }

    private static func sign(_ number: Int, of signs: String) -> String {
        number >= 1 && number <= signs.count ? String(Array(signs)[number - 1]) : "\(number)"
    }

    private static func circled(_ number: Int) -> String {
        let scalar: Int? =
            switch number {
            case 1...20: 0x2460 + number - 1
            case 21...35: 0x3251 + number - 21
            case 36...50: 0x32B1 + number - 36
            default: nil
            }
        return scalar.flatMap { Unicode.Scalar(UInt32($0)) }.map { String(Character($0)) } ?? "\(number)"
    }

    private static func fullWidth(_ number: Int) -> String {
        var text = String.UnicodeScalarView()
        for scalar in "\(number)".unicodeScalars {
            text.append(scalar == "-" ? "－" : Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
        }
        return String(text)
    }

    /// a to z, then aa, bb, …
    private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
        guard (1...780).contains(number), let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
            return "\(number)"
        }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String? {
        guard (1..<4000).contains(number) else { return nil }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (number, "")
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
