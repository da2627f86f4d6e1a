import Foundation
import SheetWriter
import Testing

@testable import ArchiveConversion

@Suite("Whether a spreadsheet is whole")
struct WorkbookCheckTests {
    @Test("rows and cells of every sheet are counted, whatever the cells hold")
    func counts() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try Workbook(path: path)
        let first = try book.addSheet("first", header: ["a", "b", "c"])
        for number in 0..<5000 {
            try first.append([SheetCell(number), SheetCell(String?.none), SheetCell("</row> <c r=\"A1\"> & \(number)")])
        }
        let second = try book.addSheet("second", header: ["only"])
        let sizes = [first, second].map { WorkbookCheck.Size(rows: $0.rowCount, cells: $0.cellCount) }
        #expect(sizes == [.init(rows: 5001, cells: 10_003), .init(rows: 1, cells: 1)])
        try book.close()
        #expect(try WorkbookCheck.isWhole(path, sizes: sizes))
        for (rows, cells) in [(5000, 10_003), (5001, 10_002)] {
            #expect(try !WorkbookCheck.isWhole(path, sizes: [.init(rows: rows, cells: cells), sizes[1]]))
        }
        #expect(try !WorkbookCheck.isWhole(path, sizes: [sizes[0]]))
    }
}
