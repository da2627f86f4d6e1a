package import DocumentModel

/// A straight line of a table: one or more rulings that look like one.
package struct Rule: Hashable, Sendable {
    package var axis: Axis
    /// Across the axis: y of a horizontal rule.
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

extension Rule {
    /// Its middle line.
    package var box: Box {
        switch axis {
        case .horizontal: Box(x0: span.lowerBound, y0: position, x1: span.upperBound, y1: position)
        case .vertical: Box(x0: position, y0: span.lowerBound, x1: position, y1: span.upperBound)
        }
    }
}
