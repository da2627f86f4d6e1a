internal import DocumentModel

/// Which pieces make one table: chains from page to page, single pieces included, in reading order.
///
/// The last piece of a page goes on in the first of the next page when no text stands between them (headers, footers and page
/// numbers apart) and the column borders of one are among those of the other.
package func pageChains(_ bodies: [PageBody], options: TableOptions) -> [[PieceID]] {
    var chains: [[PieceID]] = []
    for (index, body) in bodies.enumerated() {
        for piece in body.page.pieces.indices {
            let id = PieceID(page: index, piece: piece)
            if piece == body.outermost.first,
                let last = chains.lastIndex(where: {
                    $0.last.map { bodies[$0.page].outermost.last == $0.piece } ?? false
                }),
                let previous = chains[last].last,
                goesOn(from: previous, to: id, bodies: bodies, options: options)
            {
                chains[last].append(id)
            } else {
                chains.append([id])
            }
        }
    }
    return chains
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
