/// How a printed label agrees with a wording of a form.
struct LabelMatch: Hashable {
    /// Of their letters; 1 for the very words, 0 for nothing in common.
    var similarity: Double
    var numeral = Numeral.unsaid
    /// The heading that the form has around the row stands around the label, too.
    var isUnderHeading = false

    /// What the numerals before them say, such as 3. and （三）.
    enum Numeral: UInt8 {
        /// One of them has none.
        case unsaid
        case same, other
    }

    static let none = LabelMatch(similarity: 0)

    /// For choosing between rows: the similarity, and what tells rows of the same words apart. It decides nothing by itself.
    var score: Double {
        var score = similarity
        switch numeral {
        case .unsaid: break
        case .same: score += 0.04
        case .other: score -= 0.08
        }
        return max(0, isUnderHeading ? score + 0.08 : score)
    }
}

/// Four levels of likeness between what is printed and what a form says, each a share of letters; see ``similarity(_:_:)``.
enum Likeness {
    /// Nearly half of the letters are the same. So are those of many lines of one form: only rows around it that fit make it the form's.
    static let conceivable = 0.45
    /// Three in four letters: an agency's own wording, or several typing errors. Other lines of a form are not so like each other.
    static let plausible = 0.75
    /// A letter wrong or missing in the shortest labels. Good enough to say which row it is where nothing else does.
    static let clear = 0.88
    /// A letter wrong in a long label, or a remark in brackets left out: the form's own words.
    static let same = 0.95
}
