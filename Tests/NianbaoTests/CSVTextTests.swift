import Nianbao
import Testing

@Suite("Comma-separated values")
struct CSVTextTests {
    @Test("a line a row, each with its end")
    func lines() {
        var csv = CSVText(header: ["code", "value"])
        csv.append(["requests.new.total", "18"])
        csv.append(["", ""])
        #expect(csv.text == "code,value\nrequests.new.total,18\n,\n")
        #expect(CSVText().text == "")
    }

    @Test(
        "only a field that needs quotes has them",
        arguments: [
            ("a,b", "\"a,b\""), ("他说“好”", "他说“好”"), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("\"", "\"\"\"\""),
            ("第一行\n第二行", "\"第一行\n第二行\""),
            ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""), (" a ", " a "), ("1，234", "1，234"), ("=1+1", "=1+1"),
            ("", ""),
        ])
    func quoting(field: String, text: String) {
        var csv = CSVText()
        csv.append([field, "x"])
        #expect(csv.text == text + ",x\n")
    }
}
