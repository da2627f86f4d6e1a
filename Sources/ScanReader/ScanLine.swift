internal import ImageCleaning

/// A line of text in a picture, still to be read.
struct ScanLine: Hashable {
    /// Around its ink.
    var box: PixelBox
    /// Index in ``PageMarks/cells`` of the cell it stands in; nil for text outside of tables.
    var cell: Int?
    /// The ink's pieces.
    var marks: [PixelBox]
    /// Is a slash by its shape.
    var isSlash = false
    /// Something was taken away at it that is no part of it: a tick beside it, a rule that it stands on.
    var isDisturbed = false

    /// A slash, or a dash: flat and wide, whatever an engine takes it for; a one is neither.
    func isSign(textHeight: Double) -> Bool {
        let (width, height) = (Double(box.width), Double(box.height))
        return isSlash || cell != nil && height < 0.35 * textHeight && width > 1.8 * height && width < 3 * textHeight
    }
}
