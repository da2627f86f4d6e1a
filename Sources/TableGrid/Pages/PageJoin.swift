internal import DocumentModel

/// Which pieces make one table: chains from page to page, single pieces included, in reading order.
///
/// The last piece of a page goes on in the first of the next page when no text stands between them (headers, footers and page
/// numbers apart) and the column borders of one are among those of the other. Where several stand side by side, each goes on in
/// the one below it.
package func pageChains(_ bodies: [PageBody], options: TableOptions) -> [[PieceID]] {
    var chains: [[PieceID]] = []
    for (index, body) in bodies.enumerated() {
        let first = body.first.map { PieceID(page: index, piece: $0) }
        for piece in body.page.pieces.indices {
            let id = PieceID(page: index, piece: piece)
            let above =
                first.contains(id)
                ? chains.indices.filter { isLast(chains[$0].last, of: index - 1, bodies: bodies) } : []
            let found = above.last { number in
                guard let previous = chains[number].last else { return false }
                let isAlone = above.count == 1 && first.count == 1
                return (isAlone || standsUnder(previous, id, bodies: bodies))
                    && goesOn(from: previous, to: id, bodies: bodies, options: options)
            }
            if let found { chains[found].append(id) } else { chains.append([id]) }
        }
    }
    return chains
}

private func isLast(_ id: PieceID?, of page: Int, bodies: [PageBody]) -> Bool {
    id.map { $0.page == page && bodies[page].last.contains($0.piece) } ?? false
}

/// True where the middle of each piece is within the sides of the other.
private func standsUnder(_ above: PieceID, _ below: PieceID, bodies: [PageBody]) -> Bool {
    let (upper, lower) = (
        bodies[above.page].page.place(of: above.piece), bodies[below.page].page.place(of: below.piece)
    )
    return (upper.x0...upper.x1).contains(lower.center.x) && (lower.x0...lower.x1).contains(upper.center.x)
}

extension PageBody {
    /// The first piece, and those beside it.
    fileprivate var first: [Int] { outermost.first.map(beside) ?? [] }

    /// The last piece, and those beside it.
    fileprivate var last: [Int] { outermost.last.map(beside) ?? [] }

    private func beside(_ piece: Int) -> [Int] {
        let own = page.place(of: piece)
        return outermost.filter { other in
            let place = page.place(of: other)
            return other == piece
                || place.y0 < own.y1 && own.y0 < place.y1 && (place.x0 >= own.x1 || place.x1 <= own.x0)
        }
    }
}

private func goesOn(from first: PieceID, to second: PieceID, bodies: [PageBody], options: TableOptions) -> Bool {
    let (above, below) = (bodies[first.page].page.pieces[first.piece], bodies[second.page].page.pieces[second.piece])
    return meet(first, second, bodies: bodies) && columnsAgree(above.lattice.xs, below.lattice.xs, options: options)
        && !isSameForm(above, below)
}

/// Nothing stands between the two pieces but a page break.
private func meet(_ first: PieceID, _ second: PieceID, bodies: [PageBody]) -> Bool {
    let (above, below) = (bodies[first.page], bodies[second.page])
    guard second.page == first.page + 1, below.page.number == above.page.number + 1 else { return false }
    let (end, start) = (above.page.pieces[first.piece], below.page.pieces[second.piece])
    let (bottom, top) = (above.page.place(of: first.piece).y1, below.page.place(of: second.piece).y0)
    return end.frame.direction == start.frame.direction && !above.lines.contains { $0.box.center.y > bottom }
        && !below.lines.contains { $0.box.center.y < top }
}

/// Gives the pieces of tables without full rules that go on over page breaks the columns that all their pages tell.
func readUnruledPiecesTogether(_ bodies: inout [PageBody], options: TableOptions) {
    func piece(_ id: PieceID) -> TablePiece { bodies[id.page].page.pieces[id.piece] }
    var chain: [PieceID] = []
    func finish() {
        guard chain.count > 1, let read = readTogether(chain.map(piece), options: options) else { return }
        for (id, piece) in zip(chain, read) { bodies[id.page].page.pieces[id.piece] = piece }
    }
    for index in bodies.indices {
        if let first = bodies[index].outermost.first, let last = chain.last,
            meet(last, PieceID(page: index, piece: first), bodies: bodies),
            readTogether([piece(last), bodies[index].page.pieces[first]], options: options) != nil
        {
            chain.append(PieceID(page: index, piece: first))
            if bodies[index].outermost.count == 1 { continue }
        }
        finish()
        chain = bodies[index].outermost.last.map { [PieceID(page: index, piece: $0)] } ?? []
    }
    finish()
}

/// True where both have the same outer borders (moved sideways for a gutter at most) and the borders of one are among those
/// of the other.
package func columnsAgree(_ left: [Double], _ right: [Double], options: TableOptions) -> Bool {
    let tolerance = options.pageJoin
    guard let shift = sideShift(from: right, to: left, tolerance: tolerance) else { return false }
    let moved = right.map { $0 + shift }
    func isPart(_ some: [Double], of all: [Double]) -> Bool {
        some.allSatisfy { border in all.contains { abs($0 - border) <= tolerance } }
    }
    return isPart(left, of: moved) || isPart(moved, of: left)
}

/// How far `borders` must move sideways for its outer borders to lie on those of `target`; nil where the widths differ.
package func sideShift(from borders: [Double], to target: [Double], tolerance: Double) -> Double? {
    guard let low = borders.first, let high = borders.last, let targetLow = target.first, let targetHigh = target.last,
        abs((high - low) - (targetHigh - targetLow)) <= tolerance
    else { return nil }
    return ((targetLow - low) + (targetHigh - high)) / 2
}
