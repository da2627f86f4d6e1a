internal import DocumentModel

/// Brightness of a picture with the seals and stamps taken out that a scan without colours has left grey: areas of one even grey, as
/// large together as a seal. Print under them is darker still.
///
/// - Parameters:
///   - grey: brightness, row by row.
///   - scale: pixels a point.
func withoutGreySeals(_ grey: [UInt8], width: Int, height: Int, scale: Double) -> [UInt8] {
    let paper = paperBrightness(brightnessCounts(grey))
    // Darker is print, brighter the paper's own shades.
    let tones = 30..<max(31, paper - 50)
    // A ring is 1 to 1.2 mm wide, strokes of print are not.
    let brick = max(3, Int(1.5 * scale))
    guard let even = EvenAreas.pixels(of: grey, width: width, height: height, tones: tones),
        let areas = even.opened(width: brick, height: brick)
    else { return grey }
    // Print that lies over a seal has cut it to pieces, which are as far apart as the lines of a dense table.
    let reach = max(5, Int(8 * scale))
    let seals = areas.seals(reach: reach, scale: scale)
    let edge = 2 * max(2, Int(1.5 * scale)) + 1
    let (core, candidates) = (areas.bytes, even.bytes)
    var result = grey
    for seal in seals.map({ $0.expanded(by: edge, within: (width, height)) }) {
        let places = (seal.y..<seal.endY).flatMap { y in (y * width + seal.x)..<(y * width + seal.endX) }
        let solid = places.lazy.filter { core[$0] == 0 }.map { grey[$0] }
        guard let level = middle(of: brightnessCounts(solid)) else { continue }
        // Its thin strokes too, and the edges around all of it.
        let strokes = places.map { place -> UInt8 in
            candidates[place] == 0 && abs(Int(grey[place]) - level) <= EvenAreas.grain ? 0 : 255
        }
        let ink = Pix(width: seal.width, height: seal.height, pixels: strokes)?.binary(below: 128)
        guard let inked = ink?.dilated(width: edge, height: edge)?.bytes else { continue }
        for (place, value) in zip(places, inked) where value == 0 {
            result[place] = UInt8(min(255, Int(grey[place]) * paper / level))
        }
    }
    return result
}

private func middle(of counts: [Int]) -> Int? {
    let half = counts.reduce(0, +) / 2
    guard half > 25 else { return nil }
    var sum = 0
    return counts.firstIndex { count in
        sum += count
        return sum > half
    }
}

private enum EvenAreas {
    /// By how much a pixel may differ from its surroundings: more is an edge, as there are nothing but edges in print.
    static let grain = 22

    /// As ink every pixel with a brightness in `tones` that is like the eight around it.
    static func pixels(of grey: [UInt8], width: Int, height: Int, tones: Range<Int>) -> Pix? {
        guard width > 2, height > 2 else { return nil }
        var mask = [UInt8](repeating: 255, count: grey.count)
        grey.withUnsafeBufferPointer { grey in
            for y in 1..<(height - 1) {
                for place in (y * width + 1)..<(y * width + width - 1) where tones.contains(Int(grey[place])) {
                    var sum = 0
                    for row in [place - width, place, place + width] {
                        sum += Int(grey[row - 1]) + Int(grey[row]) + Int(grey[row + 1])
                    }
                    if abs(9 * Int(grey[place]) - sum) <= 9 * grain { mask[place] = 0 }
                }
            }
        }
        return Pix(width: width, height: height, pixels: mask)?.binary(below: 128)
    }
}
