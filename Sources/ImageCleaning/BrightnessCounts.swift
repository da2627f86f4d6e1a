/// How many pixels have each brightness, from 0 to 255.
func brightnessCounts(_ values: some Sequence<UInt8>) -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for value in values { counts[Int(value)] += 1 }
    return counts
}

/// The most frequent brightness of a page that is not dark: its paper's.
func paperBrightness(_ counts: [Int]) -> Int {
    counts.indices.dropFirst(64).max { counts[$0] < counts[$1] } ?? 255
}
