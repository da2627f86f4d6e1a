import ArchiveReader
import Foundation
import SheetWriter
import Testing

@testable import ArchiveConversion

@Suite("Rows that one sheet does not hold")
struct SheetSeriesTests {
    @Test("more rows than a sheet holds go to sheets of their own, each with the header")
    func overflow() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try Workbook(path: path)
        let long = "a name [of] more than 31 characters"
        let series = try SheetSeries(in: book, named: long, header: ["number"], mostRows: 3)
        for number in 1...5 { try series.append([SheetCell(number)]) }
        #expect(book.sheets.map(\.rowCount) == [3, 3, 2])
        try book.close()
        let names = try part("xl/workbook.xml", of: path).matches(of: /<sheet name="([^"]*)"/).map {
            String($0.output.1)
        }
        #expect(
            names == [
                "a name -of- more than 31 charac", "a name -of- more than 31 char 2", "a name -of- more than 31 char 3",
            ])
        let numbers = try (1...3).map { number in
            try part("xl/worksheets/sheet\(number).xml", of: path).matches(of: /<v>(\d+)<\/v>/).map {
                String($0.output.1)
            }
        }
        #expect(numbers == [["1", "2"], ["3", "4"], ["5"]])
    }

    private func part(_ name: String, of path: String) throws -> String {
        let reader = try ArchiveReader(path: path, format: .zip)
        var bytes: [UInt8] = []
        while let entry = try reader.next() {
            guard entry.name == Array(name.utf8) else { continue }
            while case let piece = try reader.bytes(1 << 16), !piece.isEmpty { bytes += piece }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
