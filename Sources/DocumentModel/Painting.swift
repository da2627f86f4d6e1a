/// What a page looks like, as far as it was read: shapes in page space, painted in order.
package struct Painting: Hashable, Sendable {
    package var marks: [Mark] = []

    package init(marks: [Mark] = []) { self.marks = marks }

    package enum Mark: Hashable, Sendable {
        /// Polygons, filled by the non-zero winding rule or drawn with a pen of `width` points.
        case path([Subpath], pen: Double?, color: Color, opacity: Double, clip: Box)
        /// A picture whose unit square goes where `place` says.
        case image(PageImage, place: Transform, clip: Box)
        /// Text in a font of the system's, with its baseline from the origin; `place` takes an em to the page.
        case text(String, place: Transform, color: Color, opacity: Double)
    }
}
