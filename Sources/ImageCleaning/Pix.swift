internal import CLeptonica
internal import DocumentModel

/// One image of leptonica's, and its only owner. Whatever the library cannot do (no memory, no size) gives nil.
final class Pix {
    /// The library's, for as long as this object lives.
    let handle: nb_pix

    /// Takes over `owned`.
    init?(_ owned: nb_pix?) {
        guard let owned else { return nil }
        handle = owned
    }

    deinit {
        var handle: nb_pix? = handle
        pixDestroy(&handle)
    }

    var width: Int { Int(pixGetWidth(handle)) }
    var height: Int { Int(pixGetHeight(handle)) }

    /// A grey image, a byte a pixel.
    convenience init?(width: Int, height: Int, pixels: [UInt8]) {
        guard Library.loadFailure == nil else { return nil }
        self.init(pixCreateNoInit(Int32(clamping: width), Int32(clamping: height), 8))
        guard let data = pixGetData(handle), pixels.count == width * height else { return nil }
        let wordsPerLine = Int(pixGetWpl(handle))
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                let line = data + y * wordsPerLine
                for word in 0..<wordsPerLine {
                    var bytes: UInt32 = 0
                    for place in 0..<4 {
                        let x = 4 * word + place
                        // The library packs pixels into words from the most significant byte on.
                        bytes = bytes << 8 | UInt32(x < width ? pixels[y * width + x] : 255)
                    }
                    line[word] = bytes
                }
            }
        }
    }

    /// The pixels of a grey image; of a binary one 0 for ink and 255 for paper.
    var bytes: [UInt8] {
        guard let data = pixGetData(handle) else { return [] }
        let (width, height, wordsPerLine) = (width, height, Int(pixGetWpl(handle)))
        let isBinary = pixGetDepth(handle) == 1
        return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for y in 0..<height {
                let line = data + y * wordsPerLine
                for x in 0..<width {
                    buffer[y * width + x] =
                        isBinary
                        ? (line[x >> 5] >> UInt32(31 - x & 31) & 1 == 1 ? 0 : 255)
                        : UInt8(truncatingIfNeeded: line[x >> 2] >> UInt32(8 * (3 - x & 3)))
                }
            }
            count = width * height
        }
    }

    // MARK: Grey

    /// Paper as bright as `paper` everywhere, however unevenly it was lit.
    ///
    /// The paper's own brightness is the greatest one around, for between strokes it shows everywhere: what is darker than some
    /// value may as well be blurred print.
    ///
    /// - Parameter reach: how far around, in pixels: more than strokes are wide.
    func evened(paper: UInt8, reach: Int) -> Pix? {
        Pix(
            pixBackgroundNormMorph(
                handle, nil, Int32(Self.reduction), Int32(max(3, reach / Self.reduction) | 1), Int32(paper)))
    }

    /// Lighting changes so slowly that a pixel of so many is enough.
    private static let reduction = 4

    /// By how much each pixel is darker than what is around it: nothing for what a brick of its own darkness fits into.
    func darkerThanAround(width: Int, height: Int) -> Pix? {
        Pix(pixTophat(handle, Int32(width), Int32(height), Int32(L_TOPHAT_BLACK)))
    }

    /// The mean of each pixel and all that are no further than `reach` from it.
    func blurred(reach: Int) -> Pix? { Pix(pixBlockconv(handle, Int32(reach), Int32(reach))) }

    func turned(byDegrees angle: Double) -> Pix? {
        Pix(pixRotate(handle, Float(angle * .pi / 180), Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0))
    }

    /// Black and white, parted as near to the paper as its grain allows: thin strokes are pale, and a threshold halfway between
    /// ink and paper would break them.
    var binary: Pix? { binary(below: Self.threshold(brightnessCounts(bytes))) }

    /// - Parameter counts: how many pixels have each brightness.
    static func threshold(_ counts: [Int]) -> Int {
        // The paper's grain is what lies beyond it: there is no ink on that side.
        let paper = paperBrightness(counts)
        let brighter = counts.indices.suffix(from: paper).map {
            (offset: Double($0 - paper), count: Double(counts[$0]))
        }
        let pixels = brighter.reduce(0) { $0 + $1.count }
        let grain = (brighter.reduce(0) { $0 + $1.offset * $1.offset * $1.count } / max(pixels, 1)).squareRoot()
        return max(paper / 2, paper - max(40, Int(4.5 * grain)))
    }

    func binary(below threshold: Int) -> Pix? { Pix(pixThresholdToBinary(handle, Int32(threshold))) }

    // MARK: Binary

    /// By how many degrees the lines of text rise to the right; nil where that cannot be told.
    var skew: Double? {
        var (angle, confidence): (Float, Float) = (0, 0)
        guard pixFindSkew(handle, &angle, &confidence) == 0, confidence > 2 else { return nil }
        return Double(angle)
    }

    /// What is left where a brick of ink fits in.
    func opened(width: Int, height: Int) -> Pix? {
        Pix(pixOpenBrick(nil, handle, Int32(width), Int32(height)))
    }

    func dilated(width: Int, height: Int) -> Pix? {
        Pix(pixDilateBrick(nil, handle, Int32(width), Int32(height)))
    }

    /// Around every connected piece of ink.
    var components: [PixelBox] {
        guard let boxes = pixConnCompBB(handle, 8) else { return [] }
        var owned: nb_boxa? = boxes
        defer { boxaDestroy(&owned) }
        return (0..<boxaGetCount(boxes)).compactMap { index in
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            guard boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 else { return nil }
            return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
        }
    }
}

enum Library {
    /// Why leptonica cannot be used; nil where it is loaded.
    static let loadFailure: String? = {
        if let cause = nb_leptonica_load() { return String(cString: cause) }
        // It says on standard error what it could not do; here that is a nil.
        _ = setMsgSeverity(Int32(L_SEVERITY_NONE))
        return nil
    }()
}
