internal import DocumentModel

extension PageImage {
    /// Brightness, with seals and stamps taken out: what is coloured, and as large as a seal.
    ///
    /// Black print under a red or blue seal is dark in every channel, the seal itself is not: the brightest of the three tells
    /// them apart. Coloured titles are many small pieces, and stay.
    func brightnessWithoutSeals() -> [UInt8] {
        var grey = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            pixels.withUnsafeBufferPointer { pixels in
                for index in 0..<(width * height) {
                    let (red, green, blue) = (
                        Int(pixels[3 * index]), Int(pixels[3 * index + 1]), Int(pixels[3 * index + 2])
                    )
                    buffer[index] = UInt8((299 * red + 587 * green + 114 * blue) / 1000)
                }
            }
            count = width * height
        }
        for seal in seals() {
            for y in seal.y..<seal.endY {
                for index in (y * width + seal.x)..<(y * width + seal.endX) {
                    grey[index] = max(pixels[3 * index], pixels[3 * index + 1], pixels[3 * index + 2])
                }
            }
        }
        return grey
    }

    /// Around every coloured piece that is as large as a seal, 16 to 75 mm.
    func seals() -> [PixelBox] {
        var coloured = false
        let mask = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            pixels.withUnsafeBufferPointer { pixels in
                for index in 0..<(width * height) {
                    let (red, green, blue) = (pixels[3 * index], pixels[3 * index + 1], pixels[3 * index + 2])
                    let isColoured = max(red, green, blue) - min(red, green, blue) > 40
                    buffer[index] = isColoured ? 0 : 255
                    if isColoured { coloured = true }
                }
            }
            count = width * height
        }
        guard coloured, let pix = Pix(width: width, height: height, pixels: mask)?.binary(below: 128) else { return [] }
        // A ring that print or noise has cut is still one.
        let reach = max(3, Int(1.5 * scale))
        let (least, most) = (45 * scale, 215 * scale)
        return (pix.dilated(width: reach, height: reach)?.components ?? []).filter {
            Double(min($0.width, $0.height)) > least && Double(max($0.width, $0.height)) < most
        }.map { $0.expanded(by: reach, within: (width, height)) }
    }
}
