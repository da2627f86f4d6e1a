internal import CFreeType
internal import DocumentModel

/// A font that a document brings along, opened with FreeType. Glyphs are named by their numbers in the font.
final class EmbeddedFont {
    private let library: FT_Library  // one owned reference
    private let face: FT_Face  // one owned reference
    /// FreeType reads from this copy for as long as the font is open.
    private let storage: UnsafeMutableRawBufferPointer
    private let unitsPerEm: Double
    private let hasUnicode: Bool
    private var widths: [Int: Double] = [:]
    private var shapes: [Int: [Subpath]] = [:]
    private var meanings: [Int: [Unicode.Scalar]]?

    /// - Returns: nil where the bytes are no font with outlines.
    init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else { return nil }
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        storage.copyBytes(from: bytes)
        var face: FT_Face?
        let base = storage.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
        guard FT_New_Memory_Face(library, base, FT_Long(bytes.count), 0, &face) == 0, let face,
            face.pointee.units_per_EM > 0
        else {
            // The library's faces go with it.
            FT_Done_FreeType(library)
            storage.deallocate()
            return nil
        }
        (self.library, self.face, self.storage) = (library, face, storage)
        unitsPerEm = Double(face.pointee.units_per_EM)
        hasUnicode = nianbao_select_unicode(face) == 0
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
        storage.deallocate()
    }

    /// The glyph that the font itself has for a character; nil where it has none, or does not speak of Unicode.
    func glyph(of scalar: Unicode.Scalar) -> Int? {
        guard hasUnicode else { return nil }
        let glyph = FT_Get_Char_Index(face, FT_ULong(scalar.value))
        return glyph == 0 ? nil : Int(glyph)
    }

    /// The characters that the font itself has a glyph for, in ascending order.
    func scalars(of glyph: Int) -> [Unicode.Scalar] {
        let meanings = meanings ?? reversedCharacterMap()
        self.meanings = meanings
        return meanings[glyph] ?? []
    }

    private func reversedCharacterMap() -> [Int: [Unicode.Scalar]] {
        guard hasUnicode else { return [:] }
        var meanings: [Int: [Unicode.Scalar]] = [:]
        var glyph: FT_UInt = 0
        var code = FT_Get_First_Char(face, &glyph)
        // As many characters as Unicode has: a broken map may go round and round.
        for _ in 0..<0x11_0000 where glyph != 0 {
            if let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
                scalar.properties.generalCategory != .privateUse
            {
                meanings[Int(glyph), default: []].append(scalar)
            }
            code = FT_Get_Next_Char(face, code, &glyph)
        }
        return meanings
    }

    /// The way to the next glyph in ems; nil for a glyph that the font does not have.
    func advance(of glyph: Int) -> Double? {
        if let width = widths[glyph] { return width }
        guard load(glyph) else { return nil }
        let width = Double(face.pointee.glyph.pointee.advance.x) / unitsPerEm
        widths[glyph] = width
        return width
    }

    /// The glyph's outline in ems, y downwards from the baseline; empty for a blank, and for a glyph that the font does not have.
    func outline(of glyph: Int) -> [Subpath] {
        if let shape = shapes[glyph] { return shape }
        var tracer = OutlineTracer(unitsPerEm: unitsPerEm)
        if load(glyph), face.pointee.glyph.pointee.format == FT_GLYPH_FORMAT_OUTLINE {
            withUnsafeMutablePointer(to: &tracer) { tracer in
                var functions = OutlineTracer.functions
                _ = FT_Outline_Decompose(&face.pointee.glyph.pointee.outline, &functions, tracer)
            }
        }
        let shape = tracer.finished()
        shapes[glyph] = shape
        return shape
    }

    private func load(_ glyph: Int) -> Bool {
        guard let number = FT_UInt(exactly: glyph), glyph < face.pointee.num_glyphs else { return false }
        return FT_Load_Glyph(face, number, nianbao_load_unscaled) == 0
    }
}

/// Collects an outline, with curves as rows of short lines.
private struct OutlineTracer {
    let unitsPerEm: Double
    private var contours: [Subpath] = []
    private var points: [Point] = []

    init(unitsPerEm: Double) { self.unitsPerEm = unitsPerEm }

    mutating func finished() -> [Subpath] {
        if points.count > 1 { contours.append(Subpath(points: points, isClosed: true, isCurved: true)) }
        points = []
        return contours
    }

    private func point(_ vector: UnsafePointer<FT_Vector>?) -> Point {
        guard let vector = vector?.pointee else { return points.last ?? Point(x: 0, y: 0) }
        return Point(x: Double(vector.x) / unitsPerEm, y: -Double(vector.y) / unitsPerEm)
    }

    private mutating func curve(_ one: Point, _ other: Point, _ end: Point) {
        let begin = points.last ?? end
        for piece in 1...4 {
            let share = Double(piece) / 4
            let (a, b, c) = (begin.between(one, share), one.between(other, share), other.between(end, share))
            points.append(a.between(b, share).between(b.between(c, share), share))
        }
    }

    static var functions: FT_Outline_Funcs {
        FT_Outline_Funcs(
            move_to: { to, tracer in
                guard let tracer = Self.tracer(tracer) else { return 1 }
                _ = tracer.pointee.finished()
                tracer.pointee.points = [tracer.pointee.point(to)]
                return 0
            },
            line_to: { to, tracer in
                guard let tracer = Self.tracer(tracer) else { return 1 }
                tracer.pointee.points.append(tracer.pointee.point(to))
                return 0
            },
            conic_to: { control, to, tracer in
                guard let tracer = Self.tracer(tracer) else { return 1 }
                let (control, end) = (tracer.pointee.point(control), tracer.pointee.point(to))
                let begin = tracer.pointee.points.last ?? end
                tracer.pointee.curve(begin.between(control, 2 / 3), end.between(control, 2 / 3), end)
                return 0
            },
            cubic_to: { one, other, to, tracer in
                guard let tracer = Self.tracer(tracer) else { return 1 }
                let (one, other) = (tracer.pointee.point(one), tracer.pointee.point(other))
                tracer.pointee.curve(one, other, tracer.pointee.point(to))
                return 0
            },
            shift: 0, delta: 0)
    }

    private static func tracer(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<OutlineTracer>? {
        user?.assumingMemoryBound(to: OutlineTracer.self)
    }
}
