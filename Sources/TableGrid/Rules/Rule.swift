package import DocumentModel

/// A line of a table: one or more rulings that look like one.
package struct Rule: Hashable, Sendable {
    package var axis: Axis
    /// Across the axis: y of a horizontal line.
    package var position: Double
    package var span: ClosedRange<Double>
    /// Half the thickness of the thickest ruling in it.
    package var halfWidth: Double

    package init(axis: Axis, position: Double, span: ClosedRange<Double>, halfWidth: Double = 0.25) {
        self.axis = axis
        self.position = position
        self.span = span
        self.halfWidth = halfWidth
    }
}
