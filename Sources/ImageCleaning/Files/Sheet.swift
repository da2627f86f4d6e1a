internal import CLeptonica
public import DocumentModel

extension PictureFile {
    /// One page, from 1, as the sheet of paper that it shows, with as many pixels an inch as reading makes use of: of a photograph
    /// the sheet alone, straight and evenly lit.
    ///
    /// - Returns: nil where it is damaged, or too large to be a page.
    public func sheet(page: Int) -> PageImage? {
        guard let source = pix(page: page)?.deep, let pix = source.asLaidFlat else { return nil }
        let resolution = pix.resolution
        let wanted = min(max(resolution, Self.usefulResolutions.lowerBound), Self.usefulResolutions.upperBound)
        // Photographs and pictures of whole sites are long: what is enlarged stays within bounds.
        let most = (Double(Self.mostPixelsOfSheet) / Double(max(1, pix.width * pix.height))).squareRoot()
        let factor = min(wanted / resolution, most)
        guard let scaled = abs(factor - 1) < 0.01 ? pix : pix.scaled(by: factor) else { return nil }
        return scaled.image(scale: resolution * (abs(factor - 1) < 0.01 ? 1 : factor) / 72)
    }

    /// Fewer pixels an inch are too few for engines, more are of no use to them.
    private static let usefulResolutions = 200.0...300.0
    private static let mostPixelsOfSheet = 40_000_000
}

extension Pix {
    /// With a byte, or four, for a pixel.
    fileprivate var deep: Pix? {
        guard let opaque = Pix(pixRemoveAlpha(handle)) else { return nil }
        let isColored = pixGetDepth(opaque.handle) > 8 || pixGetColormap(opaque.handle) != nil
        guard let deep = Pix(isColored ? pixConvertTo32(opaque.handle) : pixConvertTo8(opaque.handle, 0)) else {
            return nil
        }
        pixSetXRes(deep.handle, pixGetXRes(handle))
        return deep
    }

    /// What a photograph of a sheet shows; a picture that is none as it is.
    fileprivate var asLaidFlat: Pix? {
        // What has no colours was scanned.
        guard pixGetDepth(handle) == 32, let image = image(scale: 1) else { return self }
        let outline = image.paperOutline()
        let flat = (outline.flatMap(image.straightened) ?? image).evenlyLit()
        guard flat != image, let pix = Pix(flat) else { return self }
        // How far away the camera was nobody says.
        if outline == nil { pixSetXRes(pix.handle, pixGetXRes(handle)) }
        return pix
    }

    fileprivate convenience init?(_ image: PageImage) {
        self.init(pixCreateNoInit(Int32(clamping: image.width), Int32(clamping: image.height), 32))
        guard let data = pixGetData(handle) else { return nil }
        let wordsPerLine = Int(pixGetWpl(handle))
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<image.height {
                let line = data + y * wordsPerLine
                for x in 0..<image.width {
                    let place = 3 * (y * image.width + x)
                    let (red, green, blue) = (
                        UInt32(pixels[place]), UInt32(pixels[place + 1]), UInt32(pixels[place + 2])
                    )
                    line[x] = red << 24 | green << 16 | blue << 8
                }
            }
        }
    }

    fileprivate func scaled(by factor: Double) -> Pix? { Pix(pixScale(handle, Float(factor), Float(factor))) }

    /// Pixels an inch: as the file says, unless its print would be of a size that no report has.
    fileprivate var resolution: Double {
        let said = Double(pixGetXRes(handle))
        let height = textHeight
        let isLikely = (60...1250).contains(said)
        guard let height else { return isLikely ? said : min(max(Double(width) / Self.paperWidth, 72), 600) }
        if isLikely, (Self.textSizes).contains(72 * height / said) { return said }
        return min(max(72 * height / Self.usualTextSize, 60), 1200)
    }

    /// How high its characters are, in pixels; nil where there are too few to tell.
    ///
    /// Most pieces of ink are characters, or parts of one; the highest of them but for a quarter are whole ones.
    private var textHeight: Double? {
        guard let grey = Pix(pixConvertTo8(handle, 0)) else { return nil }
        let reach = max(40, min(width, height) / 40)
        guard let binary = (grey.evened(paper: CleanImage.paper, reach: reach) ?? grey).binary else { return nil }
        let largest = max(width, height) / 20
        let heights = binary.components.filter {
            $0.height >= 6 && $0.height <= largest && 2 * $0.width >= $0.height && $0.width <= 2 * $0.height
        }.map(\.height).sorted()
        return heights.count < 30 ? nil : Double(heights[heights.count * 3 / 4])
    }

    /// How high the ink of a report's characters is, in points: nine in ten of their font's size.
    private static let textSizes = 4.5...16.0
    private static let usualTextSize = 8.5
    /// Of A4, in inches.
    private static let paperWidth = 8.27
}
