import ReportForms
import Testing

@testable import ReportReader

@Suite("What labels mean, kept from report to report")
struct LabelMemoryTests {
    private func known(_ text: String) -> LabelMemory.Known {
        LabelMemory.Known(label: Label(text), matches: [])
    }

    @Test("what is kept is known, what is not is not")
    func kept() {
        let memory = LabelMemory()
        memory.keep(known("规章"), for: TextKey("规章"))
        #expect(memory.known(TextKey("规章"))?.label == Label("规章"))
        #expect(memory.known(TextKey("行政许可")) == nil)
    }

    @Test("of many labels no more are kept than two generations hold, and those asked for stay")
    func mostLabels() {
        let memory = LabelMemory(mostLabels: 10)
        memory.keep(known("总计"), for: TextKey("总计"))
        for number in 0..<1000 {
            memory.keep(known("其他\(number)"), for: TextKey("其他\(number)"))
            #expect(memory.known(TextKey("总计")) != nil)
            #expect(memory.count <= 20)
        }
        #expect(memory.known(TextKey("其他0")) == nil)
        #expect(memory.known(TextKey("其他999")) != nil)
    }

    @Test("long labels count for what they take up, and one longer than all is not kept")
    func mostBytes() {
        let memory = LabelMemory(mostBytes: 10_000)
        for number in 0..<100 {
            let text = String(repeating: "政", count: 100) + String(number)
            memory.keep(known(text), for: TextKey(text))
        }
        // Each takes up more than a kilobyte.
        #expect((8...14).contains(memory.count))
        let longest = String(repeating: "府", count: 10_000)
        memory.keep(known(longest), for: TextKey(longest))
        #expect(memory.known(TextKey(longest)) == nil)
    }

    @Test("a second report's labels agree as the first one's do")
    func secondReport() throws {
        let index = FormIndex(try FormLibrary.builtIn())
        let wordings = Array(index.wordings.indices)
        let texts = index.wordings.prefix(40).map(\.text) + ["2.其他法律行政止公开", "（七）总计", "12"]
        func scores() -> [[Double]] {
            var matcher = LabelMatcher(index)
            return texts.map { text in
                let number = matcher.number(text)
                return wordings.map { matcher.match(number, to: [$0]).score }
            }
        }
        let first = scores()
        #expect(index.memory.count >= texts.count)
        #expect(scores() == first)
    }

    @Test("keys tell texts apart by their bytes")
    func keys() {
        #expect(TextKey("规章") == TextKey("规" + "章"))
        #expect(TextKey("规章").hashValue == TextKey("规" + "章").hashValue)
        #expect(TextKey("规章") != TextKey("规章 "))
        #expect(TextKey("\u{E9}") != TextKey("e\u{301}"))
    }
}
