internal import CPoppler
package import DocumentModel

/// A white page as pixels, to draw on; with cairo.
package final class PageCanvas {
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let width: Int
    private let height: Int
    private let pixelsPerPoint: Double

    /// - Parameters:
    ///   - width: in points, as `height`.
    ///   - resolution: pixels per inch, 10 to 1200.
    /// - Throws: where the page has no pixels, or more than can be drawn.
    package init(width: Double, height: Double, resolution: Double) throws(CanvasError) {
        if let cause = Self.loadFailure { throw CanvasError(cause: cause) }
        let scale = min(max(resolution, 10), 1200) / 72
        let (columns, rows) = ((width * scale).rounded(.up), (height * scale).rounded(.up))
        // cairo's own limit for a side of an image.
        guard columns >= 1, rows >= 1, columns <= 32767, rows <= 32767 else {
            throw CanvasError(cause: "\(columns) × \(rows) pixels cannot be drawn; choose another resolution")
        }
        (self.width, self.height, pixelsPerPoint) = (Int(columns), Int(rows), scale)
        surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows))
        context = cairo_create(surface)
        try check(cairo_surface_status(surface))
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Why cairo and poppler-glib, which come together, cannot be used; nil where they are loaded.
    package static let loadFailure: String? = nb_poppler_load().map { String(cString: $0) }

    /// Lends cairo's context to another module that draws with it; `unit` is how long a unit of its space is in points.
    package func render(unit: Double = 1, _ body: (OpaquePointer) -> Void) {
        cairo_save(context)
        cairo_scale(context, pixelsPerPoint * unit, pixelsPerPoint * unit)
        body(context)
        cairo_restore(context)
    }

    package func png() throws(CanvasError) -> [UInt8] {
        try check(cairo_status(context))
        let sink = Sink()
        let status = cairo_surface_write_to_png_stream(
            surface,
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes += UnsafeBufferPointer(start: data, count: Int(length))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque())
        try check(status)
        return withExtendedLifetime(sink) { sink.bytes }
    }

    /// The brightness of each pixel, by the weights of ITU-R BT.601.
    package func bitmap() throws(CanvasError) -> Bitmap {
        let pixels = try pixels(bytesPerPixel: 1) { rgb, bytes in
            let brightness = 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)
            bytes[0] = UInt8(brightness / 1000)
        }
        return Bitmap(width: width, height: height, pixels: pixels, scale: pixelsPerPoint)
    }

    package func image() throws(CanvasError) -> PageImage {
        let pixels = try pixels(bytesPerPixel: 3) { rgb, bytes in
            (bytes[0], bytes[1], bytes[2]) = (
                UInt8(rgb >> 16 & 0xFF), UInt8(rgb >> 8 & 0xFF), UInt8(rgb & 0xFF)
            )
        }
        return PageImage(width: width, height: height, pixels: pixels, scale: pixelsPerPoint)
    }

    /// Every pixel, converted by `body`, which gets its colour and the place for its bytes.
    private func pixels(
        bytesPerPixel: Int, _ body: (UInt32, UnsafeMutablePointer<UInt8>) -> Void
    ) throws(CanvasError) -> [UInt8] {
        try check(cairo_status(context))
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else {
            throw CanvasError(cause: "the image has no pixels")
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        let size = bytesPerPixel * width * height
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard var target = buffer.baseAddress else { return }
            for y in 0..<height {
                let row = UnsafeRawPointer(data + y * stride)
                for x in 0..<width {
                    body(row.load(fromByteOffset: 4 * x, as: UInt32.self), target)
                    target += bytesPerPixel
                }
            }
            count = size
        }
    }

    private func check(_ status: cairo_status_t) throws(CanvasError) {
        guard status == CAIRO_STATUS_SUCCESS else {
            throw CanvasError(cause: String(cString: cairo_status_to_string(status)))
        }
    }

    private final class Sink { var bytes: [UInt8] = [] }
}

/// Why a page cannot be drawn.
package struct CanvasError: Error, Hashable, Sendable {
    package let cause: String
}
