import Foundation
import Nianbao
import ReportForms
import ReportStandard
import Testing

@Suite("Reports as text")
struct ReportFormatTests {
    private func report(_ file: String, value: Decimal) -> Report {
        Report(
            source: Source(file: file, sha256: "00", kind: .pdf), year: 2023, form: "2021",
            figures: [
                .init(
                    code: IndicatorCode("requests.new.total"),
                    figure: Figure(value: value, status: .printed, printed: "\(value)"))
            ])
    }

    private func text(_ format: ReportFormat, _ reports: Report...) throws -> String {
        try format.text(reports, forms: .builtIn())
    }

    @Test("one report is an object, indented, with sorted keys and slashes as they are")
    func object() throws {
        #expect(
            try text(.json, report("a/b.pdf", value: 3)) == """
                {
                  "agency" : null,
                  "checks" : [

                  ],
                  "findings" : [

                  ],
                  "form" : "2021",
                  "period" : null,
                  "requests" : {
                    "new" : {
                      "total" : {
                        "printed" : "3",
                        "status" : "printed",
                        "value" : 3
                      }
                    }
                  },
                  "schema" : "nianbao/1",
                  "sections" : [

                  ],
                  "source" : {
                    "document" : 1,
                    "file" : "a/b.pdf",
                    "kind" : "pdf",
                    "sha256" : "00"
                  },
                  "year" : 2023
                }

                """)
    }

    @Test("several reports are an array, none is an empty one")
    func array() throws {
        let json = try text(.json, report("a.pdf", value: 1), report("b.pdf", value: 2))
        let reports = try JSONDecoder().decode([Report].self, from: Data(json.utf8))
        #expect(reports.map(\.source.file) == ["a.pdf", "b.pdf"])
        #expect(reports.map { $0["requests.new.total"]?.value } == [1, 2])
        #expect(try JSONDecoder().decode([Report].self, from: Data(text(.json).utf8)) == [])
    }

    @Test("a line a report")
    func lines() throws {
        #expect(
            try text(.ndjson, report("a.pdf", value: 1)) == """
                {"agency":null,"checks":[],"findings":[],"form":"2021","period":null,"requests":{"new":{"total":{"printed":"1",\
                "status":"printed","value":1}}},"schema":"nianbao/1","sections":[],"source":{"document":1,"file":"a.pdf",\
                "kind":"pdf","sha256":"00"},"year":2023}

                """)
        let lines = try text(.ndjson, report("a.pdf", value: 1), report("b.pdf", value: 2)).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            try lines.map { try JSONDecoder().decode(Report.self, from: Data($0.utf8)).source.file } == [
                "a.pdf", "b.pdf",
            ])
        #expect(try text(.ndjson) == "")
    }

    @Test("a row a figure, under one header for all reports")
    func rows() throws {
        let header = FigureTable.header.joined(separator: ",") + "\n"
        let rest = "requests,requests.new.total,一、本年新收政府信息公开申请数量,总计,件"
        #expect(
            try text(.csv, report("a.pdf", value: 1), report("b,c.pdf", value: 2.5))
                == header + "a.pdf,1,,2023,2021,\(rest),1,printed,1,,,,,,,,,,,,,\n"
                + "\"b,c.pdf\",1,,2023,2021,\(rest),2.5,printed,2.5,,,,,,,,,,,,,\n")
        #expect(try text(.csv) == header)
    }

    @Test("the formats keep their names")
    func names() {
        #expect(ReportFormat.allCases.map(\.rawValue) == ["json", "ndjson", "csv"])
    }
}
