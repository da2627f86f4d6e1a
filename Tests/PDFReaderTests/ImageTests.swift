import DocumentModel
import TestSupport
import Testing

@Suite("Images")
struct ImageTests {
    @Test("an image is placed as drawn, with its size in pixels")
    func placed() throws {
        let page = try madePage(
            "q 50 0 0 30 20 40 cm /Image Do Q", resources: "/XObject << /Image $Image >>", objects: ["Image": image()])
        #expect(
            page.images == [PlacedImage(box: Box(x0: 20, y0: 30, x1: 70, y1: 60), width: 3, height: 2, isMask: false)])
    }

    @Test("a turned image has the box around it")
    func turned() throws {
        let page = try madePage(
            "q 0 30 -50 0 100 40 cm /Image Do Q", resources: "/XObject << /Image $Image >>", objects: ["Image": image()]
        )
        #expect(page.images.map(\.box) == [Box(x0: 50, y0: 30, x1: 100, y1: 60)])
    }

    @Test("an image with a mask of its own counts once")
    func masked() throws {
        let page = try madePage(
            "q 50 0 0 30 20 40 cm /Image Do Q", resources: "/XObject << /Image $Image >>",
            objects: ["Image": image("/SMask $Mask"), "Mask": image()])
        #expect(page.images.count == 1)
    }

    @Test("a stencil says so, inline or not")
    func stencils() throws {
        let page = try madePage(
            """
            q 50 0 0 30 20 40 cm /Stencil Do Q
            q 8 0 0 4 100 10 cm BI /W 8 /H 1 /IM true /BPC 1 /F /AHx ID AA> EI Q
            BT /F1 12 Tf 20 50 Td (H) Tj ET
            """,
            resources: "/XObject << /Stencil $Stencil >>",
            objects: [
                "Stencil": .stream(
                    "/Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true /BitsPerComponent 1 /Filter /ASCIIHexDecode",
                    "AA>")
            ])
        #expect(
            page.images == [
                PlacedImage(box: Box(x0: 20, y0: 30, x1: 70, y1: 60), width: 8, height: 1, isMask: true),
                PlacedImage(box: Box(x0: 100, y0: 86, x1: 108, y1: 90), width: 8, height: 1, isMask: true),
            ])
        // What follows an inline image's data is read.
        #expect(page.text == "H")
    }

    private func image(_ entries: String = "") -> TestPDF.Object {
        .stream(
            """
            /Type /XObject /Subtype /Image /Width 3 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8
            /Filter /ASCIIHexDecode \(entries)
            """, "00FF0080FF80>")
    }
}
