import Foundation
import SheetWriter
import Testing

@testable import Archive

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
        let script = """
            import openpyxl, sys
            for sheet in openpyxl.load_workbook(sys.argv[1]): print(sheet.title, [row[0].value for row in sheet.rows])
            """
        let run = Process()
        run.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        run.arguments = ["-c", script, path]
        let output = Pipe()
        run.standardOutput = output
        try run.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(
            text == """
                a name -of- more than 31 charac ['number', 1, 2]
                a name -of- more than 31 char 2 ['number', 3, 4]
                a name -of- more than 31 char 3 ['number', 5]

                """)
    }
}
