internal import DocumentModel

/// Tables drawn with characters: the box-drawing block of Unicode (U+2500 to U+257F), as text browsers write it, or `+--+--+` and
/// bars, as grid tables of markup languages are written. Their lines are as good as a page's.
struct BoxDrawing {
    /// The sides of a character's square to which a line goes from its middle.
    struct Arms: OptionSet {
        let rawValue: UInt8
        static let left = Arms(rawValue: 1)
        static let right = Arms(rawValue: 2)
        static let up = Arms(rawValue: 4)
        static let down = Arms(rawValue: 8)
        static let all: Arms = [.left, .right, .up, .down]
    }

    /// A line with fewer characters of a rule between cells is text.
    private static let leastRule = 5
    /// A table has a rule above and one below.
    private static let leastRules = 2

    /// Lines in which bars and plus signs draw.
    private let drawsInASCII: Bool

    /// nil for a text without such tables.
    init?(_ lines: [[Character]]) {
        let drawn = lines.count { line in line.count { Self.isRule($0) } >= Self.leastRule }
        drawsInASCII = lines.count(where: Self.isASCIIRule) >= Self.leastRules
        guard drawn >= Self.leastRules || drawsInASCII else { return nil }
    }

    private static func isRule(_ character: Character) -> Bool {
        arms(of: character).map { $0.isSuperset(of: [.left, .right]) } ?? false
    }

    /// The stretches of a line that draw a rule, `+-----+=====+`.
    private static func asciiRules(in line: [Character]) -> [Range<Int>] {
        guard line.contains("+") else { return [] }
        return line.indices.split { !"+-=:".contains(line[$0]) }.compactMap { run in
            guard let start = run.first(where: { line[$0] == "+" }), let end = run.last(where: { line[$0] == "+" }),
                end - start > 1
            else { return nil }
            return start..<(end + 1)
        }
    }

    private static func isASCIIRule(_ line: [Character]) -> Bool {
        let rules = asciiRules(in: line)
        return rules.count == 1 && rules[0].count > leastRule && rules[0].count == line.count { !$0.isWhitespace }
    }

    /// Where lines go from the middles of a line's characters; nil for its text.
    func arms(of line: [Character]) -> [Arms?] {
        var arms = line.map(Self.arms)
        guard drawsInASCII else { return arms }
        for (index, character) in line.enumerated() where character == "|" { arms[index] = [.up, .down] }
        for index in Self.asciiRules(in: line).joined() {
            arms[index] = line[index] == "+" ? .all : [.left, .right]
        }
        return arms
    }

    /// The light, heavy and double lines and corners; dashed ones, too.
    private static func arms(of character: Character) -> Arms? {
        guard let value = character.unicodeScalars.first?.value, (0x2500...0x257F).contains(value) else { return nil }
        return switch value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: [.left, .right]
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: [.up, .down]
        case 0x250C...0x250F, 0x2552...0x2554, 0x256D: [.right, .down]
        case 0x2510...0x2513, 0x2555...0x2557, 0x256E: [.left, .down]
        case 0x2514...0x2517, 0x2558...0x255A, 0x2570: [.right, .up]
        case 0x2518...0x251B, 0x255B...0x255D, 0x256F: [.left, .up]
        case 0x251C...0x2523, 0x255E...0x2560: [.right, .up, .down]
        case 0x2524...0x252B, 0x2561...0x2563: [.left, .up, .down]
        case 0x252C...0x2533, 0x2564...0x2566: [.left, .right, .down]
        case 0x2534...0x253B, 0x2567...0x2569: [.left, .right, .up]
        case 0x253C...0x254B, 0x256A...0x256C: .all
        default: nil
        }
    }

    /// A line with blanks for what draws.
    func text(of line: [Character]) -> [Character] { zip(line, arms(of: line)).map { $1 == nil ? $0 : " " } }

    /// At how many different columns lines go down, if an ideograph takes up so many columns.
    func bars(in lines: [[Character]], wide: Int) -> Int {
        var columns = Set<Int>()
        for line in lines {
            var column = 0
            for (character, arms) in zip(line, arms(of: line)) {
                if arms?.contains(.down) == true { columns.insert(column) }
                column += character.isIdeographic ? wide : 1
            }
        }
        return columns.count
    }

    /// The rulings that a line's characters draw.
    ///
    /// - Parameters:
    ///   - columns: where each character begins, in columns.
    ///   - square: of the first column, in points.
    func rulings(of line: [Character], columns: [Int], square: Box) -> [Ruling] {
        zip(arms(of: line), columns).flatMap { arms, column -> [Ruling] in
            guard let arms else { return [] }
            let x = square.x0 + (Double(column) + 0.5) * square.width
            let y = (square.y0 + square.y1) / 2
            var rulings: [Ruling] = []
            if !arms.isDisjoint(with: [.left, .right]) {
                let start = arms.contains(.left) ? x - square.width / 2 : x
                let end = arms.contains(.right) ? x + square.width / 2 : x
                rulings.append(Ruling(axis: .horizontal, position: y, span: start...end))
            }
            if !arms.isDisjoint(with: [.up, .down]) {
                let start = arms.contains(.up) ? y - square.height / 2 : y
                let end = arms.contains(.down) ? y + square.height / 2 : y
                rulings.append(Ruling(axis: .vertical, position: x, span: start...end))
            }
            return rulings
        }
    }
}
