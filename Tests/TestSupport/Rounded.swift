public import DocumentModel

// Values that come out of arithmetic, rounded to hundredths of a point so that tests can compare them with literals.

extension Point {
    public var rounded: Point { Point(x: x.roundedToHundredths, y: y.roundedToHundredths) }
}

extension Box {
    public var rounded: Box {
        Box(
            x0: x0.roundedToHundredths, y0: y0.roundedToHundredths, x1: x1.roundedToHundredths,
            y1: y1.roundedToHundredths)
    }
}

extension ClosedRange<Double> {
    public var rounded: ClosedRange<Double> { lowerBound.roundedToHundredths...upperBound.roundedToHundredths }
}

extension Ruling {
    public var rounded: Ruling {
        var copy = self
        copy.position = position.roundedToHundredths
        copy.span = span.rounded
        copy.thickness = thickness.roundedToHundredths
        copy.dash = dash.map(\.roundedToHundredths)
        return copy
    }
}

extension FilledBox {
    public var rounded: FilledBox {
        var copy = self
        copy.box = box.rounded
        return copy
    }
}
