package import DocumentModel

/// The edges of filled boxes as rulings: for tables whose cells are told apart by their backgrounds alone.
///
/// Only boxes that show count: those whose colour differs from what they are painted on. A page's or a section's background
/// is as large as a table, but it adds an outline only.
package func boxEdgeRules(_ boxes: [FilledBox], options: RuleOptions = RuleOptions()) -> [Ruling] {
    let index = BoxIndex(boxes, box: \.box)
    return boxes.filter { box in
        guard box.opacity > options.groundCover, min(box.box.width, box.box.height) >= options.shortestSide else {
            return false
        }
        let middle = box.box.center
        let point = Box(x0: middle.x, y0: middle.y, x1: middle.x, y1: middle.y)
        let beneath = index.meeting(point).last { $0.order < box.order }
        return abs((beneath?.color ?? .white).luminance - box.color.luminance) > options.contrast
    }.flatMap { box in
        [
            (Axis.horizontal, box.box.y0), (.horizontal, box.box.y1), (.vertical, box.box.x0), (.vertical, box.box.x1),
        ].map { axis, position in
            Ruling(
                axis: axis, position: position, span: box.box.extent(along: axis), thickness: 0.1, color: box.color,
                source: .boxEdge, order: box.order)
        }
    }
}
