import DocumentModel
import Foundation
import ReportForms
import ReportStandard
import Testing

@testable import Nianbao

@Suite("Columns")
struct ColumnTests {
    private static let figure = FigureRow(
        report: Report(
            source: Source(file: "a.pdf", sha256: "7", kind: .pdf, document: 2), agency: Agency(name: "琥珀市水务局"),
            year: 2023, form: "2021"),
        entry: .init(
            code: IndicatorCode("requests.new.total"),
            figure: Figure(
                value: Decimal(string: "1.5"), status: .suspect, printed: "１.5", unit: "件", page: 3,
                box: Box(x0: 1, y0: 2.126, x1: 3, y1: 4), evidence: ["a", "b.c"],
                doubts: Array(Doubt.allCases.prefix(2)))))

    private static let finding = FindingRow(
        LocatedFinding(
            report: ReportIdentity(figure.report),
            finding: Finding(
                .yearsDisagree, [.otherFile: "b.pdf", .otherYear: "2022"], code: "requests.carried_in.total", left: 3,
                right: 4.5, page: 12, box: Box(x0: 1, y0: 2, x1: 3, y1: 4)),
            other: .init(report: ReportIdentity(figure.report), page: 5, box: Box(x0: 5, y0: 6, x1: 7, y1: 8))))

    private static let document = DocumentRow(file: "a.pdf", .report(figure.report))
    private static let check = Check(id: "requests.balance.total", left: 1, right: 1.5)

    /// A row's values by the columns' names in databases.
    private func values<Row>(_ row: Row, _ columns: [Column<Row>]) -> [String: FieldValue] {
        Dictionary(uniqueKeysWithValues: columns.map { ($0.databaseName, $0.value(row)) })
    }

    private func expectSound<Row>(_ columns: [Column<Row>], _ row: Row) {
        for output in [ColumnOutputs.csv, .database, .sheet] {
            let names = columns.columns(in: output).map(\.name)
            #expect(Set(names).count == names.count)
        }
        for column in columns {
            #expect(!column.title.zh.isEmpty && !column.title.en.isEmpty && !column.meaning.isEmpty, "\(column.name)")
            #expect(!column.outputs.isEmpty, "\(column.name)")
            switch (column.value(row), column.type) {
            case (.none, _): #expect(column.presence == .optional, "\(column.name)")
            case (.text(let text), .text):
                #expect(column.values.isEmpty || column.values.contains(text), "\(column.name)")
            case (.integer(let number), .integer): #expect(number >= column.minimum ?? .min, "\(column.name)")
            case (.decimal, .decimal), (.real, .real), (.boolean, .boolean): break
            case (let value, let type): Issue.record("\(column.name) is \(value), no \(type)")
            }
        }
    }

    @Test("each has titles, a meaning, a name of its own in every output, and values of its type")
    func sound() {
        expectSound(FigureColumns.all, Self.figure)
        expectSound(FindingColumns.all, Self.finding)
        expectSound(DocumentColumns.all, Self.document)
        expectSound(CheckColumns.all, Self.check)
    }

    @Test("evidence and doubts of a figure are the last, lists parted by blanks, and nothing where there are none")
    func lists() {
        #expect(FigureColumns.all.suffix(2).map(\.name) == ["evidence", "doubts"])
        let found = values(Self.figure, FigureColumns.all)
        #expect(found["evidence"] == .text("a b.c"))
        #expect(found["doubts"] == .text(Doubt.allCases.prefix(2).map(\.rawValue).joined(separator: " ")))
        var plain = Self.figure
        plain.entry?.figure = Figure(value: 1, status: .printed)
        #expect(values(plain, FigureColumns.all)["evidence"] == FieldValue.none)
        #expect(values(plain, FigureColumns.all)["doubts"] == FieldValue.none)
    }

    @Test("lists in CSV, in an order that its users rely on, need no quotes")
    func header() {
        #expect(
            CSVText(columns: FindingColumns.all.columns(in: .csv)).text
                == "file,document,agency,year,kind,severity,message,code,left,right,page,x0,y0,x1,y1,other_file,other_document,"
                + "other_agency,other_year,other_page,other_x0,other_y0,other_x1,other_y1\n")
        var text = CSVText()
        text.append(Self.figure, in: FigureColumns.all.columns(in: .csv).suffix(4))
        #expect(text.text.hasPrefix("3.0,4.0,a b.c,"))
    }

    /// What a path of members leads to in JSON.
    private func member(_ path: [String], of json: Any?) -> Any? {
        path.reduce(json) { found, step in
            if let elements = found as? [Any] {
                return Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            }
            return (found as? [String: Any])?[step]
        }
    }

    private func expectMembers<Row>(_ columns: [Column<Row>], _ row: Row, in value: some Encodable) throws {
        let json = try JSONSerialization.jsonObject(with: Data(JSONText.line(value).utf8))
        #expect(columns.contains { !$0.member.isEmpty })
        for column in columns where !column.member.isEmpty {
            switch (member(column.member, of: json), column.value(row)) {
            case (let names as [String], let value): #expect(FieldValue(names) == value, "\(column.name)")
            case (let text as String, let value): #expect(.text(text) == value, "\(column.name)")
            case (let number as NSNumber, .real(let value)):
                #expect(abs(number.doubleValue - value) <= 0.005, "\(column.name)")
            case (let number as NSNumber, .boolean(let value)): #expect(number.boolValue == value, "\(column.name)")
            case (let number as NSNumber, let value): #expect("\(number)" == value.text, "\(column.name)")
            case (_, let value): #expect(value == .none || value == .text(""), "\(column.name)")
            }
        }
    }

    @Test("where JSON has the same, a column says where")
    func members() throws {
        var row = Self.figure
        // Not in JSON of every version.
        row.entry?.figure.doubts = []
        try expectMembers(FigureColumns.all, row, in: row.entry?.figure)
        try expectMembers(FindingColumns.all, Self.finding, in: Self.finding.located)
        try expectMembers(DocumentColumns.all, Self.document, in: Self.figure.report)
        try expectMembers(CheckColumns.all, Self.check, in: Self.check)
    }

    @Test("a file that gives no report has a row that says why")
    func documents() {
        let failed = values(DocumentRow(file: "b", .failed(name: "exit", detail: "code 3")), DocumentColumns.all)
        #expect(
            failed["outcome"] == .text("failed") && failed["failure"] == .text("exit")
                && failed["failure_detail"] == .text("code 3"))
        #expect(failed["suspect"] == FieldValue.none && failed["agency"] == FieldValue.none)
        let skipped = values(DocumentRow(file: "d", .skipped(name: "hidden", detail: "a dot")), DocumentColumns.all)
        #expect(
            skipped["outcome"] == .text("skipped") && skipped["failure"] == .text("hidden")
                && skipped["failure_detail"] == .text("a dot"))
        let duplicate = values(DocumentRow(file: "c", .duplicate(of: "a")), DocumentColumns.all)
        #expect(duplicate["outcome"] == .text("duplicate") && duplicate["duplicate_of"] == .text("a"))
    }

    @Test("the list of all columns is JSON with their names, types and meaning, in their order")
    func list() throws {
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(ColumnList.text.utf8)) as? [String: [[String: Any]]])
        #expect(Set(json.keys) == ["documents", "figures", "checks", "findings"])
        let figures = try #require(json["figures"])
        #expect(figures.map { $0["name"] as? String } == FigureColumns.all.map(\.name))
        #expect(
            figures.filter { ($0["outputs"] as? [String])?.contains("csv") == true }.map { $0["name"] as? String }
                == FigureTable.header)
        let row = try #require(figures.first { $0["name"] as? String == "row" })
        #expect(row["database_name"] as? String == "row_label")
        #expect(row["type"] as? String == "text")
        #expect(row["title"] as? [String: String] == ["zh": "行", "en": "Row"])
        #expect(row["member"] == nil)
        let edge = try #require(figures.first { $0["name"] as? String == "y0" })
        #expect(edge["member"] as? [String] == ["box", "1"])
    }
}
