import DocumentModel
import TestSupport
import Testing

@Suite("Tiling patterns")
struct PatternTests {
    private func page(step: Int, tile: String) throws -> Page {
        try madePage(
            "/Pattern cs /P scn 20 30 100 40 re f", resources: "/Pattern << /P $P >>",
            objects: [
                "P": .stream(
                    """
                    /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 \(step) \(step)] /XStep \(step) /YStep \(step)
                    /Resources << >> /Matrix [1 0 0 1 20 30]
                    """, tile)
            ])
    }

    @Test("lines of a pattern's tile are read where the tile lies")
    func oneTile() throws {
        let page = try page(step: 100, tile: "1 w 0 10 m 100 10 l S")
        #expect(page.rulings.map(\.position) == [60])
        #expect(page.rulings.map(\.span.rounded) == [20...120])
    }

    @Test("each of a few tiles is read, cut to the filled shape")
    func fewTiles() throws {
        let page = try page(step: 50, tile: "1 w 10 0 m 10 50 l S")
        #expect(page.rulings.map(\.position).map(\.roundedToHundredths) == [30, 80])
        #expect(page.rulings.allSatisfy { $0.axis == .vertical && $0.rounded.span == 30...70 })
    }

    @Test("a texture of many tiles is left out")
    func texture() throws {
        #expect(try page(step: 4, tile: "1 w 0 2 m 4 2 l S").rulings == [])
    }

    @Test("a pattern that paints with itself ends")
    func itself() throws {
        let page = try madePage(
            "/Pattern cs /P scn 20 30 100 40 re f", resources: "/Pattern << /P $P >>",
            objects: [
                "P": .stream(
                    """
                    /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 100] /XStep 100 /YStep 100
                    /Resources << /Pattern << /P $P >> >> /Matrix [1 0 0 1 20 30]
                    """, "1 w 0 10 m 100 10 l S /Pattern cs /P scn 0 0 50 50 re f")
            ])
        #expect(page.rulings.count == 1)
    }
}
