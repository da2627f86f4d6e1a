extension Substring {
    /// True where `word` stands in it, scalar by scalar: many times as quick as by characters, whose ends have to be found first.
    func holds(_ word: String) -> Bool { range(ofWord: word) != nil }

    /// Where `word` first stands in it, scalar by scalar.
    func range(ofWord word: String) -> Range<Index>? {
        guard let first = word.utf8.first else { return startIndex..<startIndex }
        var rest = utf8
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word.utf8) {
                return start..<rest.index(start, offsetBy: word.utf8.count)
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}

extension String {
    /// True where `word` stands in it, scalar by scalar.
    func holds(_ word: String) -> Bool { self[...].holds(word) }

    /// Where `word` first stands in it, scalar by scalar.
    func range(ofWord word: String) -> Range<Index>? { self[...].range(ofWord: word) }

    /// True for no more than so many characters: a long text is not counted to its end.
    func hasAtMost(_ count: Int) -> Bool {
        utf8.count <= count || index(startIndex, offsetBy: count + 1, limitedBy: endIndex) == nil
    }
}
