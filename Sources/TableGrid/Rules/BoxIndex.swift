internal import DocumentModel

/// Boxes sorted into horizontal bands, for asking which lie at a place without looking at all of them.
struct BoxIndex<Element> {
    private let bands: [Int: [Int]]
    private let elements: [Element]
    private let box: (Element) -> Box
    private static var bandHeight: Double { 24 }
    /// Taller boxes stand in one list of their own, so that a page of backgrounds does not fill every band.
    private let tall: [Int]

    init(_ elements: [Element], box: @escaping (Element) -> Box) {
        var bands: [Int: [Int]] = [:]
        var tall: [Int] = []
        for (index, element) in elements.enumerated() {
            let span = Self.bands(of: box(element))
            if span.count > 20 {
                tall.append(index)
            } else {
                for band in span { bands[band, default: []].append(index) }
            }
        }
        self.bands = bands
        self.tall = tall
        self.elements = elements
        self.box = box
    }

    /// Elements whose boxes meet `area`, in their original order.
    func meeting(_ area: Box) -> [Element] {
        var found = Set(tall)
        for band in Self.bands(of: area) { found.formUnion(bands[band] ?? []) }
        return found.sorted().map { elements[$0] }.filter { box($0).intersection(area) != nil }
    }

    private static func bands(of box: Box) -> ClosedRange<Int> {
        band(of: box.y0)...band(of: box.y1)
    }

    private static func band(of y: Double) -> Int {
        Int(max(-1e6, min(1e6, (y / bandHeight).rounded(.down))))
    }
}
