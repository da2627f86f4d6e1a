import DocumentModel
import OFDReader
import TestSupport
import Testing

@Suite("Paths of an OFD page")
struct PathObjectTests {
    private let mm = 72 / 25.4

    private func page(_ objects: String, resources: String = "", common: String = "") throws -> Page {
        try OFDDocument(MadeOFD.file(pages: [objects], resources: resources, common: common)[...]).page(1)
    }

    private func millimetres(_ box: Box) -> [Double] {
        [box.x0, box.y0, box.x1, box.y1].map { ($0 / mm * 100).rounded() / 100 }
    }

    @Test("all lines of a grid in one path are rulings, as wide as the pen")
    func grid() throws {
        let page = try page(MadeOFD.path("M 10 10 L 60 10 M 10 10 L 10 40", attributes: #"LineWidth="0.5""#))
        #expect(page.rulings.map { millimetres($0.box) } == [[10, 10, 60, 10], [10, 10, 10, 40]])
        #expect(page.rulings.map(\.axis) == [.horizontal, .vertical])
        #expect(page.rulings.allSatisfy { abs($0.thickness - 0.5 * mm) < 1e-6 && $0.source == .stroke })
    }

    @Test(
        "a rectangle is told by M, S or letters without blanks, closed or not",
        arguments: ["M 0 0 L 20 0 L 20 10 L 0 10 C", "S 0 0 L 20 0 20 10 0 10 C", "M0,0L20,0L20,10L0,10L0,0"])
    func rectangle(data: String) throws {
        let object = MadeOFD.path(
            data, boundary: "30 20 20 10", attributes: #"Stroke="false" Fill="true""#,
            colors: #"<ofd:FillColor Value="200 200 200"/>"#)
        let page = try page(object)
        #expect(page.rulings.isEmpty)
        #expect(page.boxes.map { millimetres($0.box) } == [[30, 20, 50, 30]])
        #expect(page.boxes.map(\.color) == [Color(rgb: 0xC8C8C8)])
    }

    @Test("a thin filled rectangle is a ruling; without a colour to fill with nothing is")
    func thin() throws {
        let data = "M 0 0 L 40 0 L 40 0.2 L 0 0.2 C"
        let fill = #"Stroke="false" Fill="true""#
        let drawn = try page(
            MadeOFD.path(data, boundary: "10 10 40 0.2", attributes: fill, colors: #"<ofd:FillColor Value="0"/>"#))
        #expect(drawn.rulings.map(\.source) == [.fill])
        let bare = try page(MadeOFD.path(data, boundary: "10 10 40 0.2", attributes: fill))
        #expect(bare.rulings.isEmpty && bare.boxes.isEmpty)
    }

    @Test("the pen comes from drawing parameters, and grows with the map")
    func pen() throws {
        let parameters = #"<ofd:DrawParams><ofd:DrawParam ID="7" LineWidth="0.3"/></ofd:DrawParams>"#
        let page = try page(
            MadeOFD.path("M 0 0 L 10 0", boundary: "10 10 50 10", attributes: #"DrawParam="7" CTM="2 0 0 2 0 0""#),
            resources: parameters)
        #expect(page.rulings.map { millimetres($0.box) } == [[10, 10, 30, 10]])
        #expect(page.rulings.allSatisfy { abs($0.thickness - 0.6 * mm) < 1e-6 })
    }

    @Test("what reaches over its boundary, or over its clip, is cut")
    func clipped() throws {
        let over = try page(MadeOFD.path("M 0 5 L 50 5", boundary: "10 10 20 10"))
        #expect(over.rulings.map { (millimetres($0.box)[2] - 30).rounded() } == [0])
        let clip =
            "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 20 10\"><ofd:AbbreviatedData>"
            + "M 0 0 L 8 0 L 8 9 L 0 9 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>"
        let clipped = try page(MadeOFD.path("M 0 5 L 18 5", boundary: "10 10 20 10", colors: clip))
        #expect(clipped.rulings.map { (millimetres($0.box)[2] - 18).rounded() } == [0])
    }

    @Test("curves and slanted lines are other paths, within their boxes")
    func curves() throws {
        let page = try page(
            MadeOFD.path("M 10 20 A 10 10 0 0 1 30 20") + MadeOFD.path("M 40 10 B 40 30 60 30 60 10")
                + MadeOFD.path("M 70 10 Q 75 30 80 10") + MadeOFD.path("M 5 5 L 9 9"))
        #expect(page.rulings.isEmpty)
        let boxes = page.otherPaths.map(millimetres)
        #expect(boxes == [[10, 10, 30, 20], [40, 10, 60, 25], [70, 10, 80, 20], [5, 5, 9, 9]])
    }

    @Test(
        "data that is none gives nothing, and does no harm",
        arguments: [
            "", "L", "M 1", "M 1e999 0 L 5 5", "A 1 2 3", "Z 1 2", "M 0 0 A 0 0 0 0 0 0 0", "B 1 1", "1 2 3", "C C C",
        ])
    func nonsense(data: String) throws {
        #expect(try page(MadeOFD.path(data)).rulings.isEmpty)
    }

    @Test("objects in blocks and composite objects are read; those that hold themselves come to an end")
    func composites() throws {
        let line = MadeOFD.path("M 0 0 L 10 0", boundary: "0 0 10 5")
        let unit =
            #"<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="20" Width="10" Height="5"><ofd:Content>\#(line)"#
            + #"<ofd:CompositeObject ID="6" ResourceID="20" Boundary="0 1 10 5"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"#
        let block = #"<ofd:PageBlock ID="5"><ofd:PageBlock ID="6">\#(line)</ofd:PageBlock></ofd:PageBlock>"#
        #expect(try page(block).rulings.count == 1)
        let nested = try page(
            #"<ofd:CompositeObject ID="5" ResourceID="20" Boundary="20 10 40 40"/>"#, resources: unit)
        #expect(nested.rulings.first.map { millimetres($0.box) } == [20, 10, 30, 10])
        #expect(nested.rulings.count < 70)
        let hidden = #"<ofd:CompositeObject ID="5" ResourceID="20" Visible="false" Boundary="20 10 40 40"/>"#
        #expect(try page(hidden, resources: unit).rulings.isEmpty)
    }

    @Test("a resource that multiplies itself is cut off, and the page says so")
    func bomb() throws {
        let unit = (20..<30).map { id in
            #"<ofd:CompositeGraphicUnit ID="\#(id)"><ofd:Content>"#
                + String(
                    repeating: #"<ofd:CompositeObject ID="6" ResourceID="\#(id + 1)" Boundary="0 0 99 49"/>"#, count: 30
                )
                + "</ofd:Content></ofd:CompositeGraphicUnit>"
        }
        let page = try page(
            #"<ofd:CompositeObject ID="5" ResourceID="20" Boundary="0 0 99 49"/>"#,
            resources: "<ofd:CompositeGraphicUnits>\(unit.joined())</ofd:CompositeGraphicUnits>")
        #expect(page.isTruncated)
    }
}
