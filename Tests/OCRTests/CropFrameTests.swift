import DocumentModel
import Foundation
import Testing

@testable import OCR

@Suite("Frames between the tool and the recognition engine")
struct CropFrameTests {
    @Test("a request is a line of JSON and all pixels behind it")
    func request() throws {
        let crops = [Crop(width: 2, height: 1, pixels: [1, 10]), Crop(width: 1, height: 2, pixels: [3, 4])]
        let frame = CropFrame.request(id: 7, crops)
        let end = try #require(frame.firstIndex(of: 10))
        let header = try #require(try JSONSerialization.jsonObject(with: Data(frame[..<end])) as? [String: Any])
        #expect(header["id"] as? Int == 7)
        #expect(header["bytes"] as? Int == 4)
        #expect(header["sizes"] as? [[Int]] == [[2, 1], [1, 2]])
        #expect(Array(frame[(end + 1)...]) == [1, 10, 3, 4])
    }

    @Test(
        "what is no header is refused",
        arguments: ["", "{}", "nonsense", #"{"id":1,"bytes":-4}"#, #"{"id":1,"bytes":99999999999}"#])
    func header(line: String) {
        #expect(CropFrame.header(line.utf8) == nil)
    }

    @Test(
        "characters come with their places and confidence; a reading too few, or one that ends before it begins, is none"
    )
    func lines() throws {
        let payload = Array(#"[{"text":[["1",2.5,8,0.75],["7",9,14,1]],"figure":[["1",2.5,8,0.99]]}]"#.utf8)
        let lines = try #require(CropFrame.lines(payload, count: 1))
        #expect(lines[0].text == "17")
        #expect(lines[0].characters[0].span == 2.5...8)
        #expect(lines[0].characters[0].confidence == 0.75)
        #expect(lines[0].figure.map(\.text) == ["1"])
        #expect(CropFrame.lines(payload, count: 2) == nil)
        #expect(CropFrame.lines(Array(#"[{"text":[["1",8,2,0.7]],"figure":[]}]"#.utf8), count: 1) == nil)
    }
}
