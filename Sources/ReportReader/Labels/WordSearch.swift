extension Substring {
    /// True where `word` stands in it, scalar by scalar: many times as quick as by characters, whose ends have to be found first.
    func holds(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return true }
        var rest = utf8
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

extension String {
    /// True where `word` stands in it, scalar by scalar.
    func holds(_ word: String) -> Bool { self[...].holds(word) }

    /// True for no more than so many characters: a long text is not counted to its end.
    func hasAtMost(_ count: Int) -> Bool {
        utf8.count <= count || index(startIndex, offsetBy: count + 1, limitedBy: endIndex) == nil
    }
}
