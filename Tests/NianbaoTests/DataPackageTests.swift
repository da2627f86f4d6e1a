import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import Testing

@Suite("The description beside a CSV of figures")
struct DataPackageTests {
    private let forms: FormLibrary

    init() throws { forms = try FormLibrary.builtIn() }

    private func package(_ name: String = "figures.csv", content: String = "abc") -> DataPackage {
        let report = Report(
            source: Source(file: "a.pdf", sha256: "77", kind: .pdf), agency: Agency(name: "琥珀市水务局"), year: 2023,
            form: "2021")
        return DataPackage(csv: FileBytes(name: name, Array(content.utf8)), reports: [report, report], forms: forms)
    }

    private func object(_ text: String?) throws -> [String: Any] {
        let text = try #require(text)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func resources(_ text: String?) throws -> [[String: Any]] {
        try #require(try object(text)["resources"] as? [[String: Any]])
    }

    @Test("it describes the columns of the CSV, in their order")
    func fields() throws {
        let resource = try #require(try resources(package().text(existing: nil)).first)
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(fields.map { $0["name"] as? String } == FigureTable.header)
        #expect(schema["primaryKey"] as? [String] == ["file", "document", "code"])
        for field in fields {
            #expect((field["title"] as? String)?.isEmpty == false)
            #expect((field["description"] as? String)?.isEmpty == false)
        }
        let status = try #require(fields.first { $0["name"] as? String == "status" })
        #expect(
            (status["constraints"] as? [String: Any])?["enum"] as? [String]
                == Figure.Status.allCases.map(\.rawValue))
        let types = fields.map { $0["type"] as? String ?? "" }
        #expect(Set(types) == ["string", "integer", "number"])
        #expect(types[10] == "number" && types[3] == "integer")
    }

    @Test("it says what the file is: path, bytes, SHA-256, and what it was read from")
    func resource() throws {
        let text = try package().text(existing: nil)
        #expect(
            try object(text)["$schema"] as? String == "https://datapackage.org/profiles/2.0/datapackage.json")
        let resource = try #require(try resources(text).first)
        #expect(resource["path"] as? String == "figures.csv")
        #expect(resource["name"] as? String == "figures")
        #expect(resource["type"] as? String == "table")
        #expect(resource["bytes"] as? Int == 3)
        // FIPS 180-2, appendix B.
        #expect(
            resource["hash"] as? String == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let sources = try #require(resource["sources"] as? [[String: String]])
        #expect(
            sources == [
                ["title": "中华人民共和国政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）"], ["title": "a.pdf", "hash": "sha256:77"],
            ])
    }

    @Test("it is the same every time, and leaves licence and date to the publisher")
    func reproducible() throws {
        let text = try #require(try package().text(existing: nil))
        #expect(try package().text(existing: nil) == text)
        let object = try object(text)
        #expect(object["created"] == nil && object["licenses"] == nil)
    }

    @Test("of a description that is there only what is known of this CSV is replaced")
    func update() throws {
        let existing = #"""
            {"name": "mine", "licenses": [{"name": "CC0-1.0"}], "resources": [
              {"name": "notes", "path": "notes.csv"},
              {"name": "my-figures", "path": "figures.csv", "bytes": 1, "licenses": [{"name": "ODC-BY-1.0"}], "x": 1.50}]}
            """#
        let text = try #require(try package().text(existing: Array(existing.utf8)))
        let object = try object(text)
        #expect(object["name"] as? String == "mine")
        #expect((object["licenses"] as? [[String: String]])?.first?["name"] == "CC0-1.0")
        let resources = try resources(text)
        #expect(resources.map { $0["name"] as? String } == ["notes", "my-figures"])
        #expect(resources[1]["bytes"] as? Int == 3)
        #expect(resources[1]["schema"] != nil)
        #expect((resources[1]["licenses"] as? [[String: String]])?.first?["name"] == "ODC-BY-1.0")
        #expect(resources[1]["x"] as? Double == 1.5)
        #expect(resources[0].count == 2)
        #expect(try package().text(existing: Array(text.utf8)) == text)
    }

    @Test(
        "a second CSV becomes a second resource, under a name of its own",
        arguments: [("其他.csv", "figures-2"), ("b.CSV", "b")])
    func second(file: String, name: String) throws {
        let first = try #require(try package().text(existing: nil))
        let both = try resources(package(file).text(existing: Array(first.utf8)))
        #expect(both.map { $0["path"] as? String } == ["figures.csv", file])
        #expect(both.map { $0["name"] as? String } == ["figures", name])
    }

    @Test("what is no data package is left alone", arguments: ["", "{", "[]", "{\"name\": \"npm\"}"])
    func foreign(existing: String) throws {
        #expect(try package().text(existing: Array(existing.utf8)) == nil)
    }
}
