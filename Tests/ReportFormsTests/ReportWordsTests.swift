import Foundation
import Testing

@testable import ReportForms

@Suite("The words that belong to no form")
struct ReportWordsTests {
    private func problems(_ json: String) -> [String] {
        do throws(FormFileError) {
            _ = try ReportWords(path: "words.json", bytes: Array(json.utf8))
            return []
        } catch {
            return error.problems.map { "\($0.place) \($0.message)" }
        }
    }

    @Test("the package's own file is good, and is what the library takes")
    func builtIn() throws {
        #expect(problems(ReportWords.builtInText) == [])
        let words = try ReportWords(path: "words.json", bytes: Array(ReportWords.builtInText.utf8))
        #expect(try words == .builtIn())
        #expect(try FormLibrary.builtIn().words == words)
        #expect(words.figures.units.contains("万元"))
        #expect(words.agencies.regexes.count == words.agencies.patterns.count)
        #expect(words.years.regexes.count == words.years.patterns.count)
    }

    @Test("it comes back from its own JSON")
    func coding() throws {
        let words = try ReportWords.builtIn()
        #expect(try problems(String(decoding: JSONEncoder().encode(words), as: UTF8.self)) == [])
    }

    @Test(
        "a mistake is named with its place",
        arguments: [
            (#""none": ["#, #""nil": ["#, "$.figures has no “none”"),
            (#""none": ["无""#, #""none": ["""#, "$.figures.none[0] is empty"),
            (#""endings": ["报告", "年报"]"#, #""endings": "报告""#, "$.titles.endings is of type string, not array"),
            (
                "\"《(?<name>", "\"《(?<place>",
                "$.agencies.patterns[3] is no regular expression with a group “name” and no other"
            ),
            (
                "现?(?:公布|发布)(", "现?((?:公布|发布)(",
                "$.agencies.patterns[0] is no regular expression with a group “name” and no other"
            ),
            (
                "请?[与向](?<name>", "请?[与向](?<who>",
                "$.agencies.contacts[0] is no regular expression with a group “name” and no other"
            ),
            (
                "了?(?<year>", "(了)?(?<year>",
                "$.years.patterns[1] is no regular expression with a group “year” and no other"
            ),
        ])
    func mistakes(good: String, bad: String, problem: String) {
        let text = ReportWords.builtInText
        #expect(text.contains(good))
        #expect(problems(text.replacingOccurrences(of: good, with: bad)).contains(problem))
    }

    @Test("a file beside the forms of a folder is theirs, and no form")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try ReportWords.words(in: folder.path) == nil)
        var words = try ReportWords.builtIn()
        words.figures.none.append("空白")
        try JSONEncoder().encode(words).write(to: folder.appending(path: "words.json"))
        #expect(try ReportWords.words(in: folder.path) == words)
        #expect(try FormFile.files(in: folder.path) == [])
        try Data("{}".utf8).write(to: folder.appending(path: "words.json"))
        #expect(throws: FormFileError.self) { try ReportWords.words(in: folder.path) }
    }

    @Test("the schema of words is JSON and names its draft")
    func schema() throws {
        let object = try JSONSerialization.jsonObject(with: Data(WordsSchema.text.utf8)) as? [String: Any]
        #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
}
