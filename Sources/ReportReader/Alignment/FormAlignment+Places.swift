/// How far labels and their order say which row of the form a row is.
extension FormAlignment {
    /// False for a row whose label the form has several times where nothing printed says which of them it is: neither a row of the
    /// heading it stands under, nor that heading beside it.
    func isPlaced(_ match: Match) -> Bool {
        guard match.item.isRepeated, let heading = match.item.outer.last else { return true }
        return match.label?.isUnderHeading == true || matches.contains { $0.item.wordings.contains(heading) }
    }

    /// True for a group that has figures of its own and rows below it too: forms print one or the other.
    func isRivalled(_ match: Match) -> Bool {
        guard let line = match.item.line, line.isAlternative else { return false }
        return matches.contains { other in
            other.item.block == match.item.block
                && other.item.line.map { $0.keys.count > line.keys.count && $0.keys.starts(with: line.keys) } ?? false
        }
    }

    /// False for a row whose label could as well be another line's, unless its neighbours are clear: the lines before and behind
    /// it in the form, in the rows before and behind it. A producer's labels may be an agency's own words, or all damaged in one way;
    /// those that were copied or recognised one by one have been misread.
    func isInOrder(_ match: Match, isCopied: Bool) -> Bool {
        let least = isCopied ? Likeness.plausible : Likeness.conceivable
        guard let label = match.label, label.score < least else { return true }
        let lines = table.items.filter { $0.line.map { !$0.isAlternative } ?? false }
        guard let place = lines.firstIndex(of: match.item), let first = match.rows.first, let last = match.rows.last
        else { return false }
        func isClear(_ line: Int, besides row: Int) -> Bool {
            // Beyond its first and last line a table has nothing to be taken for.
            guard lines.indices.contains(line) else { return true }
            return matches.contains {
                $0.item == lines[line] && $0.likeness >= Likeness.clear && $0.rows.contains(row)
            }
        }
        return isClear(place - 1, besides: first - 1) && isClear(place + 1, besides: last + 1)
    }
}
