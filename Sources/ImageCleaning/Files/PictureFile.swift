internal import CLeptonica
public import DocumentModel

/// A picture in a file that is in memory: PNG, JPEG, TIFF with one page or many, WebP or BMP, whatever its name says.
public struct PictureFile: Sendable {
    public let format: Format
    /// Of each page; not empty.
    public let sizes: [Size]
    private let bytes: ArraySlice<UInt8>

    public enum Format: String, Hashable, Sendable {
        case png, jpeg, tiff, webp, bmp
    }

    /// What the head of a picture says, before it is unpacked.
    public struct Size: Hashable, Sendable {
        /// In pixels.
        public var width: Int
        public var height: Int
        /// Bytes of a pixel where it is unpacked: an eighth for black and white.
        var depth: Double
    }

    /// - Returns: nil where the bytes are no such picture.
    public init?(_ bytes: ArraySlice<UInt8>) {
        guard let format = Format(bytes), Library.loadFailure == nil else { return nil }
        let sizes = bytes.withUnsafeBufferPointer { bytes in
            format == .tiff ? Self.sizesOfTIFF(bytes) : [Self.size(bytes)].compactMap(\.self)
        }
        guard !sizes.isEmpty else { return nil }
        (self.format, self.sizes, self.bytes) = (format, sizes, bytes)
    }

    /// One page, from 1, unpacked; nil where it is damaged, or too large to be a page.
    func pix(page: Int) -> Pix? {
        guard sizes.indices.contains(page - 1) else { return nil }
        let size = sizes[page - 1]
        let pixels = size.width * size.height
        guard format == .jpeg ? pixels <= 8 * Self.mostPixels : pixels <= Self.mostPixels,
            format == .jpeg || Double(pixels) * size.depth <= Self.mostBytes
        else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            switch format {
            case .tiff: return Pix(pixReadMemTiff(bytes.baseAddress, bytes.count, Int32(page - 1)))
            case .jpeg:
                // Photographs are unpacked at a half or a quarter where they have too many pixels.
                let reduction = [1, 2, 4, 8].first { Double(pixels / ($0 * $0)) * size.depth <= Self.mostBytes } ?? 8
                return Pix(pixReadMemJpeg(bytes.baseAddress, bytes.count, 0, Int32(reduction), nil, 0))
            case .png, .webp, .bmp: return Pix(pixReadMem(bytes.baseAddress, bytes.count))
            }
        }
    }

    /// One page, from 1, in colour; nil where it is damaged, or too large to be a page. Its scale is 1.
    public func image(page: Int) -> PageImage? { pix(page: page)?.image(scale: 1) }

    /// Unpacked: a page of A3 at 400 pixels an inch in colour.
    private static let mostBytes = 160.0 * 1024 * 1024
    /// A page of A3 at 600 pixels an inch.
    private static let mostPixels = 80_000_000
    /// Pages beyond which nobody reads on.
    private static let mostPages = 2_000

    private static func size(_ bytes: UnsafeBufferPointer<UInt8>) -> Size? {
        var (width, height, bits, samples): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard pixReadHeaderMem(bytes.baseAddress, bytes.count, nil, &width, &height, &bits, &samples, nil) == 0 else {
            return nil
        }
        return Size(width: width, height: height, bits: bits, samples: samples)
    }

    private static func sizesOfTIFF(_ bytes: UnsafeBufferPointer<UInt8>) -> [Size] {
        var sizes: [Size] = []
        while sizes.count < mostPages {
            var (width, height, bits, samples): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            let page = Int32(sizes.count)
            guard
                readHeaderMemTiff(
                    bytes.baseAddress, bytes.count, page, &width, &height, &bits, &samples, nil, nil, nil) == 0,
                let size = Size(width: width, height: height, bits: bits, samples: samples)
            else { break }
            sizes.append(size)
        }
        return sizes
    }
}

extension PictureFile.Size {
    fileprivate init?(width: Int32, height: Int32, bits: Int32, samples: Int32) {
        guard width > 0, height > 0 else { return nil }
        (self.width, self.height) = (Int(width), Int(height))
        depth = samples > 1 ? 4 : max(1, Double(bits)) / 8
    }
}

extension PictureFile.Format {
    /// By the first bytes of a file.
    public init?(_ start: ArraySlice<UInt8>) {
        let head = Array(start.prefix(16))
        func has(_ bytes: [UInt8], at place: Int = 0) -> Bool {
            head.count >= place + bytes.count && Array(head[place..<(place + bytes.count)]) == bytes
        }
        if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has([0x49, 0x49, 0x2A, 0]) || has([0x4D, 0x4D, 0, 0x2A]) {
            self = .tiff
        } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if has(Array("BM".utf8)), has([0, 0, 0, 0], at: 6) {
            // What is reserved is zero: text that begins with these letters goes on otherwise.
            self = .bmp
        } else {
            return nil
        }
    }
}

extension Pix {
    /// In colour, on white where it is transparent.
    func image(scale: Double) -> PageImage? {
        guard let opaque = Pix(pixRemoveAlpha(handle)), let color = Pix(pixConvertTo32(opaque.handle)),
            let data = pixGetData(color.handle)
        else { return nil }
        let (width, height, wordsPerLine) = (color.width, color.height, Int(pixGetWpl(color.handle)))
        let pixels = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { buffer, count in
            var target = 0
            for y in 0..<height {
                let line = data + y * wordsPerLine
                for x in 0..<width {
                    // Red in the most significant byte.
                    let word = line[x]
                    buffer[target] = UInt8(word >> 24)
                    buffer[target + 1] = UInt8(word >> 16 & 0xFF)
                    buffer[target + 2] = UInt8(word >> 8 & 0xFF)
                    target += 3
                }
            }
            count = target
        }
        return PageImage(width: width, height: height, pixels: pixels, scale: scale)
    }
}
