internal import DocumentModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What labels say about sums, `Resources/sum-words.json`.
struct SumWords: Decodable {
    /// Of lines that add up others: 合计, total. A word of one character counts where it is the whole label.
    let totals: [String]
    /// Of lines that are a difference: 结余, balance.
    let balances: [String]
    /// Before lines that are a part of the line above them: 其中, of which.
    let parts: [String]
    /// Of lines whose figures are never added up: rates, averages, ranks.
    let notAdditive: [String]

    static let standard: SumWords = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let words = try? decoder.decode(SumWords.self, from: Data(PackageResources.sum_words_json)) else {
            preconditionFailure("sum-words.json is not as it was written")
        }
        return words
    }()

    func isTotal(_ label: String) -> Bool { names(totals, label) }
    func isBalance(_ label: String) -> Bool { names(balances, label) }
    func isPart(_ label: String) -> Bool { parts.contains(where: label.hasPrefix) }
    func isNotAdditive(_ label: String) -> Bool { names(notAdditive, label) }

    /// - Parameter label: folded, in lower case.
    private func names(_ words: [String], _ label: String) -> Bool {
        words.contains { word in
            guard let first = word.unicodeScalars.first else { return false }
            // Letters are a word only by themselves: "net" is not in "cabinet".
            if first.isASCII, first.properties.isAlphabetic { return label.holdsWord(word) }
            return word.count == 1 && word != "率" && word != "%" && word != "‰"
                ? label.isOnly(word) : label.contains(word)
        }
    }
}

extension String {
    /// Folded in width and case, without the blanks that Chinese labels are spread with.
    var asLabel: String {
        let text = folded(self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.unicodeScalars.contains { $0.value >= 0x2E80 } ? text.filter { !$0.isWhitespace } : text
    }

    fileprivate func isOnly(_ word: String) -> Bool {
        filter { $0.isLetter } == word
    }

    fileprivate func holdsWord(_ word: String) -> Bool {
        var rest = self[...]
        while let range = rest.firstRange(of: word) {
            let before = range.lowerBound == startIndex ? nil : self[..<range.lowerBound].last
            let after = self[range.upperBound...].first
            if before?.isLetter != true, after?.isLetter != true { return true }
            rest = self[range.upperBound...]
        }
        return false
    }
}
