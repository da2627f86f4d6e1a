import Foundation
import ReportStandard
import Testing

@Suite("The JSON Schema")
struct ReportSchemaTests {
    private let schema: [String: Any]

    init() throws {
        let object = try JSONSerialization.jsonObject(with: Data(ReportSchema.text.utf8))
        schema = try #require(object as? [String: Any])
    }

    /// What stands at `path` in the schema.
    private func value(_ path: String...) -> Any? {
        path.reduce(schema as Any?) { ($0 as? [String: Any])?[$1] }
    }

    @Test("it is JSON and names its draft")
    func draft() {
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["type"] as? String == "object")
    }

    @Test("it asks for the version that reports carry")
    func version() {
        #expect(value("properties", "schema", "const") as? String == Report.schema)
    }

    @Test("it allows exactly the kinds and severities of findings that there are")
    func findings() throws {
        let properties = try #require(value("$defs", "finding", "properties") as? [String: Any])
        let kinds = (properties["kind"] as? [String: Any])?["enum"] as? [String]
        let severities = (properties["severity"] as? [String: Any])?["enum"] as? [String]
        #expect(kinds == Finding.Kind.allCases.map(\.rawValue))
        #expect(severities == Finding.Severity.allCases.map(\.rawValue))
    }

    @Test("it allows exactly the details of findings that there are")
    func details() {
        let names = value("$defs", "finding", "properties", "details", "propertyNames", "enum") as? [String]
        #expect(names == Finding.Detail.allCases.map(\.rawValue))
    }

    @Test("it allows exactly the statuses of figures that there are")
    func statuses() {
        let statuses = value("$defs", "figure", "properties", "status", "enum") as? [String]
        #expect(statuses == Figure.Status.allCases.map(\.rawValue))
    }

    @Test("it allows exactly the kinds of sources that there are")
    func sources() {
        #expect(
            value("properties", "source", "properties", "kind", "enum") as? [String] == [
                "pdf", "docx", "xlsx", "odt", "ods", "ofd", "picture", "doc", "xls", "rtf", "markdown", "html", "text",
            ])
        #expect(Source.Kind(rawValue: "html") == .html)
    }

    @Test("it describes every member that a report writes, and requires those that are always there")
    func members() throws {
        let report = Report(
            source: Source(file: "a", sha256: "", kind: .pdf), publisher: Agency(name: "琥珀市水务局"), preamble: ["text"],
            figures: [.init(code: IndicatorCode("requests.new.total"), figure: Figure(status: .missing))])
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
        let written = Set(try #require(json as? [String: Any]).keys)
        let described = Set(try #require(schema["properties"] as? [String: Any]).keys)
        #expect(written.subtracting(described) == ["requests"])
        #expect(described == written.subtracting(["requests"]))
        let required = Set(try #require(schema["required"] as? [String]))
        #expect(required == described.subtracting(["preamble", "publisher"]))
    }

    @Test("every reference in it leads somewhere")
    func references() {
        var names: Set<String> = []
        func collect(_ value: Any) {
            if let object = value as? [String: Any] {
                if let reference = object["$ref"] as? String { names.insert(reference) }
                object.values.forEach(collect)
            } else if let list = value as? [Any] {
                list.forEach(collect)
            }
        }
        collect(schema)
        let definitions = (schema["$defs"] as? [String: Any] ?? [:]).keys.map { "#/$defs/\($0)" }
        #expect(names == Set(definitions))
    }
}
