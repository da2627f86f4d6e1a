internal import CPoppler
package import DocumentModel

extension PageCanvas {
    /// Draws what a page looks like.
    package func paint(_ painting: Painting) {
        let font = ChineseFont()
        render { context in
            for mark in painting.marks {
                cairo_save(context)
                switch mark {
                case .path(let subpaths, let pen, let color, let opacity, let clip):
                    cut(to: clip, on: context)
                    setColor(color, opacity: opacity, on: context)
                    trace(subpaths, on: context)
                    if let pen {
                        cairo_set_line_width(context, pen)
                        cairo_stroke(context)
                    } else {
                        cairo_fill(context)
                    }
                case .image(let image, let place, let clip):
                    cut(to: clip, on: context)
                    draw(image, place: place, on: context)
                case .text(let text, let place, let color, let opacity):
                    setColor(color, opacity: opacity, on: context)
                    if transform(place, on: context) { font.show(text, on: context) }
                }
                cairo_restore(context)
            }
        }
    }
}

private func cut(to box: Box, on context: OpaquePointer) {
    cairo_rectangle(context, box.x0, box.y0, box.width, box.height)
    cairo_clip(context)
}

private func trace(_ subpaths: [Subpath], on context: OpaquePointer) {
    cairo_new_path(context)
    for subpath in subpaths {
        guard let first = subpath.points.first else { continue }
        cairo_move_to(context, first.x, first.y)
        for point in subpath.points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        if subpath.isClosed { cairo_close_path(context) }
    }
}

/// - Returns: false where nothing would show: cairo draws no more after such a map.
private func transform(_ place: Transform, on context: OpaquePointer) -> Bool {
    guard place.isFinite, place.growth > 1e-6 else { return false }
    var matrix = cairo_matrix_t(xx: place.a, yx: place.b, xy: place.c, yy: place.d, x0: place.e, y0: place.f)
    cairo_transform(context, &matrix)
    return true
}

private func draw(_ image: PageImage, place: Transform, on context: OpaquePointer) {
    guard image.width > 0, image.height > 0, image.width <= 32767, image.height <= 32767,
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height))
    else { return }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
    else { return }
    let stride = Int(cairo_image_surface_get_stride(surface))
    image.pixels.withUnsafeBufferPointer { pixels in
        for y in 0..<image.height {
            let row = UnsafeMutableRawPointer(data + y * stride)
            for x in 0..<image.width {
                let source = 3 * (y * image.width + x)
                let (red, green, blue) = (pixels[source], pixels[source + 1], pixels[source + 2])
                row.storeBytes(
                    of: UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), toByteOffset: 4 * x, as: UInt32.self)
            }
        }
    }
    cairo_surface_mark_dirty(surface)
    let unit = Transform.scale(1 / Double(image.width), 1 / Double(image.height))
    guard transform(unit.then(place), on: context) else { return }
    cairo_set_source_surface(context, surface, 0, 0)
    // At the edges there is the picture's own colour, not nothing.
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_rectangle(context, 0, 0, Double(image.width), Double(image.height))
    cairo_fill(context)
}

/// A font of the system's that has Chinese characters, for texts whose own font is not in the file.
private final class ChineseFont {
    private let face: OpaquePointer?

    init() {
        guard let pattern = FcNameParse("sans-serif:lang=zh-cn") else {
            face = nil
            return
        }
        defer { FcPatternDestroy(pattern) }
        face = cairo_ft_font_face_create_for_pattern(pattern)
    }

    deinit { if let face { cairo_font_face_destroy(face) } }

    /// At the origin, an em one unit large.
    func show(_ text: String, on context: OpaquePointer) {
        if let face { cairo_set_font_face(context, face) }
        cairo_set_font_size(context, 1)
        cairo_move_to(context, 0, 0)
        cairo_show_text(context, text)
    }
}
