internal import DocumentModel
internal import TableGrid

extension ScannedPage {
    /// Compares what was read in cells with a text that lies hidden over the picture.
    ///
    /// The same text makes a reading surer by one step. Another one is kept as what the cell may also say, and takes the certainty
    /// of a single reading away; of two that agree it takes nothing, for hidden texts are seldom good.
    mutating func weigh(_ hidden: [Glyph]) {
        let placed = hidden.filter { !$0.isBlank && !$0.text.isEmpty }
            .map { (text: $0.text, middle: frame.toText($0.box.center)) }
        let sorted = placed.sorted { ($0.middle.y, $0.middle.x) < ($1.middle.y, $1.middle.x) }
        for index in lines.indices {
            guard let certainty = lines[index].certainty else { continue }
            let around = lines[index].box.expanded(by: 0.3 * lines[index].size)
            let own = sorted[sorted.partitionPoint { $0.middle.y < around.y0 }...]
                .prefix { $0.middle.y <= around.y1 }.filter { around.contains($0.middle) }
            let text = own.sorted { $0.middle.x < $1.middle.x }.map(\.text).joined()
            guard !text.isEmpty else { continue }
            if text == lines[index].characters.map(\.text).joined() {
                lines[index].certainty = certainty == .doubtful ? .single : .agreed
            } else {
                lines[index].others.append(text)
                if certainty == .single { lines[index].certainty = .doubtful }
            }
        }
    }
}
