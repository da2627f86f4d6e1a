internal import DocumentModel

extension PageImage {
    /// The brightness of each pixel, by the weights of ITU-R BT.601.
    func brightness() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
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
    }

    /// Brightness, with seals and stamps taken out: what is coloured, and as large as a seal.
    ///
    /// Black print under a red or blue seal is dark in every channel, the seal itself is not: the brightest of the three tells
    /// them apart. Coloured titles are many small pieces, and stay.
    ///
    /// - Parameter brightness: of each pixel.
    func withoutSeals(_ brightness: [UInt8]) -> [UInt8] {
        var grey = brightness
        for seal in seals() {
            guard let ink = ink(of: seal) else { continue }
            for y in seal.y..<seal.endY {
                for index in (y * width + seal.x)..<(y * width + seal.endX) {
                    let (brightest, saturation) = brightestChannel(index)
                    // Ink lets light through: what is printed below is as much darker than the ink as it would be on paper. At its
                    // edges there is less of it.
                    let share = min(1, saturation / ink.saturation)
                    let through = 1 - share + share * ink.brightness
                    grey[index] = UInt8(min(255, brightest / through))
                }
            }
        }
        return withoutGreySeals(grey, width: width, height: height, scale: scale)
    }

    private func brightestChannel(_ index: Int) -> (value: Double, saturation: Double) {
        let (red, green, blue) = (pixels[3 * index], pixels[3 * index + 1], pixels[3 * index + 2])
        let brightest = Double(max(red, green, blue))
        return (brightest, brightest > 0 ? (brightest - Double(min(red, green, blue))) / brightest : 0)
    }

    /// The ink of a seal where nothing is printed below it: its brightest channel, of 1 for paper, and its saturation, both the middle
    /// ones of its coloured pixels; nil where hardly any is coloured.
    private func ink(of seal: PixelBox) -> (brightness: Double, saturation: Double)? {
        var values: [Double] = []
        var saturations: [Double] = []
        for y in seal.y..<seal.endY {
            for x in seal.x..<seal.endX {
                let (value, saturation) = brightestChannel(y * width + x)
                if value * saturation > 60 {
                    values.append(value)
                    saturations.append(saturation)
                }
            }
        }
        guard values.count > 50 else { return nil }
        return (max(0.3, values.sorted()[values.count / 2] / 255), saturations.sorted()[saturations.count / 2])
    }

    /// Around every coloured piece that is as large as a seal.
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
        return pix.seals(reach: reach, scale: scale).map { $0.expanded(by: reach, within: (width, height)) }
    }
}

extension Pix {
    /// Around everything that is as large as a seal, 16 to 75 mm, once pieces within `reach` pixels of each other are one.
    func seals(reach: Int, scale: Double) -> [PixelBox] {
        let sizes = 45.0...215.0
        return (dilated(width: reach, height: reach)?.components ?? []).filter { piece in
            [piece.width, piece.height].allSatisfy { sizes.contains(Double($0) / scale) }
        }
    }
}
