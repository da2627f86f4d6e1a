internal import CPoppler
package import DocumentModel

extension PageCanvas {
    /// Lays `drawing` over the page.
    package func paint(_ drawing: Drawing) {
        render { context in
            for shape in drawing.shapes { lay(shape, on: context) }
        }
    }
}

private func lay(_ shape: Drawing.Shape, on context: OpaquePointer) {
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

func setColor(_ color: Color, opacity: Double = 1, on context: OpaquePointer) {
    func channel(_ shift: UInt32) -> Double { Double(color.rgb >> shift & 0xFF) / 255 }
    cairo_set_source_rgba(context, channel(16), channel(8), channel(0), opacity)
}
