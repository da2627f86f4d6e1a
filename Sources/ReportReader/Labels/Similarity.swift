/// How alike two labels are: 1 for the same letters, 0 for nothing in common.
///
/// One minus the edit distance (Levenshtein 1966) over the longer length. A label that keeps all letters of another in their
/// order but lost some (cut off, shortened) counts more than the distance says.
func similarity(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    return similarity(short, long, common: commonLetters(short, long))
}

/// - Parameter common: how many letters they have in common, in any order.
func similarity(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], common: Int) -> Double {
    // No alignment can be better than what the letters have in common: most pairs end here.
    guard common > 0, Double(common) / Double(max(left.count, right.count)) > 0.25 else { return 0 }
    if left == right { return 1 }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let ratio = Double(short.count) / Double(long.count)
    let distance = 1 - Double(editDistance(short, long)) / Double(long.count)
    let isShortened = short.count >= 3 && isSubsequence(short, of: long)
    return isShortened ? max(distance, 0.6 + 0.35 * ratio) : distance
}

private func commonLetters(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Int {
    var rest = long
    var count = 0
    for letter in short {
        if let index = rest.firstIndex(of: letter) {
            rest.swapAt(index, rest.count - 1)
            rest.removeLast()
            count += 1
        }
    }
    return count
}

private func isSubsequence(_ short: [Unicode.Scalar], of long: [Unicode.Scalar]) -> Bool {
    var rest = short[...]
    for letter in long where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let substituted = diagonal + (a == b ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[right.count]
}
