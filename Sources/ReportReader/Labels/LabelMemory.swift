internal import Synchronization

/// What printed labels mean, kept for the reports to come: agencies print the same few hundred labels.
///
/// Holds two generations. Where the younger one is full it becomes the older, and what that one held goes, but for what was asked
/// for since: memory stays within bounds, and common labels stay in it.
final class LabelMemory: Sendable {
    /// A label that was compared with all wordings.
    struct Known: Sendable {
        let label: Label
        let matches: [WordingMatch]
    }

    private struct Generations {
        var young: [TextKey: Known] = [:]
        var old: [TextKey: Known] = [:]
        /// Taken up by the younger generation.
        var bytes = 0
    }

    private let generations = Mutex(Generations())
    /// Of one generation.
    private let mostLabels: Int
    private let mostBytes: Int

    init(mostLabels: Int = 4096, mostBytes: Int = 2 << 20) {
        self.mostLabels = mostLabels
        self.mostBytes = mostBytes
    }

    /// What is known of a label; nil where nothing is, or no longer.
    func known(_ key: TextKey) -> Known? {
        generations.withLock { generations in
            if let known = generations.young[key] { return known }
            guard let known = generations.old[key] else { return nil }
            add(known, for: key, to: &generations)
            return known
        }
    }

    func keep(_ known: Known, for key: TextKey) {
        generations.withLock { add(known, for: key, to: &$0) }
    }

    /// How many labels are known.
    var count: Int { generations.withLock { Set($0.young.keys).union($0.old.keys).count } }

    private func add(_ known: Known, for key: TextKey, to generations: inout Generations) {
        let bytes = known.bytes
        if generations.young.count >= mostLabels || generations.bytes + bytes > mostBytes {
            generations.old = generations.young
            generations.young = [:]
            generations.bytes = 0
        }
        // A single label that takes up as much is nobody's.
        guard bytes <= mostBytes, generations.young.updateValue(known, forKey: key) == nil else { return }
        generations.bytes += bytes
    }
}

extension LabelMemory.Known {
    /// Its arrays and texts, each with what the heap keeps of it, and its place among the others.
    fileprivate var bytes: Int {
        let letters = (label.letters.count + (label.core?.count ?? 0)) * MemoryLayout<Unicode.Scalar>.stride
        return 256 + 2 * label.text.utf8.count + letters + matches.count * MemoryLayout<WordingMatch>.stride
    }
}

/// A text by its bytes: the text's own way to compare normalises characters first.
struct TextKey: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: TextKey, right: TextKey) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var word: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            word = word << 8 | UInt64(byte)
            count += 1
            if count.isMultiple(of: 8) { hasher.combine(word) }
        }
        hasher.combine(word)
        hasher.combine(count)
    }
}
