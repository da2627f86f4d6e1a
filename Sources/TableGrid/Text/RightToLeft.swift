internal import DocumentModel

extension String {
    /// A line as it stands on the page, from left to right, in reading order: where most letters are of a script that runs to the left
    /// the line is turned round, but for its figures and Latin words.
    var inReadingOrder: String {
        let letters = unicodeScalars.count(where: \.properties.isAlphabetic)
        let leftward = unicodeScalars.count(where: \.runsToTheLeft)
        guard leftward > 0, 2 * leftward >= letters else { return self }
        var result: [Character] = []
        var run: [Character] = []
        for character in reversed() {
            let isRightward = character.unicodeScalars.contains {
                !$0.runsToTheLeft && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
            }
            // Between the digits of one number only signs without a blank stand.
            if isRightward || !run.isEmpty && ".,:/%-".contains(character) {
                run.append(character)
            } else {
                result += run.reversed()
                run = []
                result.append(mirrored[character] ?? character)
            }
        }
        return String(result + run.reversed())
    }
}

private let mirrored: [Character: Character] = ["(": ")", ")": "(", "[": "]", "]": "["]

extension Unicode.Scalar {
    /// Hebrew, Arabic and the scripts between them, with their presentation forms.
    fileprivate var runsToTheLeft: Bool {
        (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFC).contains(value)
    }
}
