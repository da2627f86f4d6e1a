internal import CPoppler
public import DocumentModel

extension PDFDocument {
    /// Draws page `number` (from 1) as a PNG image, with `overlay` painted over it.
    ///
    /// - Parameter resolution: pixels per inch, 10 to 1200.
    /// - Throws: ``PDFError`` with kind `noSuchPage`, or `drawing` where the image cannot be made.
    public func png(
        page number: Int, resolution: Double = 144, overlay: Drawing = Drawing()
    ) throws(PDFError) -> [UInt8] {
        try canvas(page: number, resolution: resolution, overlay: overlay).png()
    }

    /// Draws page `number` (from 1) and gives its brightness, pixel by pixel.
    ///
    /// - Parameter resolution: pixels per inch, 10 to 1200.
    /// - Throws: ``PDFError`` with kind `noSuchPage`, or `drawing` where the image cannot be made.
    public func bitmap(page number: Int, resolution: Double) throws(PDFError) -> Bitmap {
        try canvas(page: number, resolution: resolution, overlay: Drawing()).bitmap()
    }

    /// Draws page `number` (from 1) in colour.
    ///
    /// - Parameter resolution: pixels per inch, 10 to 1200.
    /// - Throws: ``PDFError`` with kind `noSuchPage`, or `drawing` where the image cannot be made.
    public func image(page number: Int, resolution: Double) throws(PDFError) -> PageImage {
        try canvas(page: number, resolution: resolution, overlay: Drawing()).image()
    }

    private func canvas(page number: Int, resolution: Double, overlay: Drawing) throws(PDFError) -> Canvas {
        let geometry = try geometry(page: number)
        let scale = min(max(resolution, 10), 1200) / 72
        // cairo's own limit for a side of an image.
        let (width, height) = ((geometry.width * scale).rounded(.up), (geometry.height * scale).rounded(.up))
        guard width >= 1, height >= 1, width <= 32767, height <= 32767 else {
            throw PDFError(
                .drawing, file: file, page: number,
                cause: "\(width) × \(height) pixels cannot be drawn; choose another resolution")
        }
        return try opened().withPage(number) { page throws(PDFError) in
            let canvas = try Canvas(
                width: Int(width), height: Int(height), pixelsPerPoint: scale, file: file, page: number)
            canvas.scale(scale * geometry.user_unit) { poppler_page_render(page, $0) }
            canvas.scale(scale) { paint(overlay, on: $0) }
            return canvas
        }
    }
}

/// A white bitmap with its cairo context; owns both.
private final class Canvas {
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let file: String
    private let page: Int
    private let width: Int
    private let height: Int
    private let pixelsPerPoint: Double

    init(width: Int, height: Int, pixelsPerPoint: Double, file: String, page: Int) throws(PDFError) {
        surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
        context = cairo_create(surface)
        self.file = file
        self.page = page
        self.width = width
        self.height = height
        self.pixelsPerPoint = pixelsPerPoint
        try check(cairo_surface_status(surface))
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Lends the context, with one unit of its space `factor` pixels long.
    func scale(_ factor: Double, _ body: (OpaquePointer) -> Void) {
        cairo_save(context)
        cairo_scale(context, factor, factor)
        body(context)
        cairo_restore(context)
    }

    func png() throws(PDFError) -> [UInt8] {
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
    func bitmap() throws(PDFError) -> Bitmap {
        let pixels = try pixels(bytesPerPixel: 1) { rgb, bytes in
            let brightness = 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)
            bytes[0] = UInt8(brightness / 1000)
        }
        return Bitmap(width: width, height: height, pixels: pixels, scale: pixelsPerPoint)
    }

    func image() throws(PDFError) -> PageImage {
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
    ) throws(PDFError) -> [UInt8] {
        try check(cairo_status(context))
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else {
            throw PDFError(.drawing, file: file, page: page, cause: "the image has no pixels")
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

    private func check(_ status: cairo_status_t) throws(PDFError) {
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PDFError(.drawing, file: file, page: page, cause: String(cString: cairo_status_to_string(status)))
        }
    }

    private final class Sink { var bytes: [UInt8] = [] }
}

private func paint(_ drawing: Drawing, on context: OpaquePointer) {
    for shape in drawing.shapes {
        switch shape {
        case .box(let box, let stroke, let width, let fill):
            cairo_rectangle(context, box.x0, box.y0, box.width, box.height)
            if let fill {
                setColor(fill.color, opacity: fill.opacity, on: context)
                cairo_fill_preserve(context)
            }
            if let stroke {
                setColor(stroke, on: context)
                cairo_set_line_width(context, width)
                cairo_stroke_preserve(context)
            }
            cairo_new_path(context)
        case .line(let from, let to, let color, let width):
            setColor(color, on: context)
            cairo_set_line_width(context, width)
            cairo_move_to(context, from.x, from.y)
            cairo_line_to(context, to.x, to.y)
            cairo_stroke(context)
        case .text(let text, let at, let size, let color):
            setColor(color, on: context)
            cairo_select_font_face(context, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
            cairo_set_font_size(context, size)
            cairo_move_to(context, at.x, at.y)
            cairo_show_text(context, text)
        }
    }
}

private func setColor(_ color: Color, opacity: Double = 1, on context: OpaquePointer) {
    func channel(_ shift: UInt32) -> Double { Double(color.rgb >> shift & 0xFF) / 255 }
    cairo_set_source_rgba(context, channel(16), channel(8), channel(0), opacity)
}
