internal import DocumentModel

/// The lines of each page that are no part of its text: headers, footers, page numbers.
///
/// A line counts as running text in the outer parts of a page when it is nothing but a page number, or when the line at the
/// same height of another page says the same but for its figures.
///
/// - Returns: for every page the indexes of such lines in its ``PageLayout/lines``.
package func runningLines(of pages: [PageLayout], options: PageOptions = PageOptions()) -> [Set<Int>] {
    struct Mark: Hashable {
        var pattern: String
        var height: Int
        /// Heights are rounded from two starts half a step apart, so that no boundary divides equals.
        var isHalfway: Bool
    }
    var pagesByMark: [Mark: Set<Int>] = [:]
    func marks(of line: TextLine, on page: PageLayout) -> [Mark] {
        // From the nearer edge, so that pages of different height agree.
        let fromTop = line.box.center.y
        let height = max(-10_000, min(10_000, fromTop < page.height / 2 ? fromTop : fromTop - page.height))
        let pattern = withoutFigures(line.text)
        return [false, true].map { isHalfway in
            let step = (height / max(options.sameHeight, 0.1) + (isHalfway ? 0.5 : 0)).rounded(.down)
            return Mark(pattern: pattern, height: Int(step), isHalfway: isHalfway)
        }
    }
    let outer = pages.map { page in
        page.lines.indices.filter { isOuter(page.lines[$0], on: page, part: options.outerPart) }
    }
    for (page, indexes) in zip(pages, outer) {
        for index in indexes {
            for mark in marks(of: page.lines[index], on: page) { pagesByMark[mark, default: []].insert(page.number) }
        }
    }
    return zip(pages, outer).map { page, indexes in
        Set(
            indexes.filter { index in
                let line = page.lines[index]
                return isPageNumber(line.text)
                    || marks(of: line, on: page).contains { (pagesByMark[$0]?.count ?? 0) > 1 }
            })
    }
}

private func isOuter(_ line: TextLine, on page: PageLayout, part: Double) -> Bool {
    let middle = line.box.center.y / page.height
    return middle < part || middle > 1 - part
}

private func withoutFigures(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isNumeral && !$0.isBlank }))
}

/// `3`, `- 3 -`, `第 3 页`, `第3页 共8页`, `Page 3 of 8`, `3/8`.
private func isPageNumber(_ text: String) -> Bool {
    let rest = withoutFigures(text).lowercased()
    guard rest.count < text.filter({ !$0.isWhitespace }).count else { return false }
    // Several numbers and nothing else are a row of figures.
    if rest.isEmpty { return text.split(whereSeparator: \.isWhitespace).count == 1 }
    return pageNumberWords.contains(rest)
}

/// What stands around page numbers, `Resources/page-numbers.txt`.
private let pageNumberWords = Set(
    String(decoding: PackageResources.page_numbers_txt, as: UTF8.self).split(whereSeparator: \.isNewline)
        .filter { !$0.hasPrefix("#") }.map(String.init))
