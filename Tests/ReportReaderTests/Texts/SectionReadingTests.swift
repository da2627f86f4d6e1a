import DocumentModel
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("The sections of a report's text")
struct SectionReadingTests {
    private let index: FormIndex

    init() throws { index = FormIndex(try FormLibrary.builtIn()) }

    private func reading(_ lines: String) throws -> SectionReading {
        var matcher = LabelMatcher(index)
        return SectionReading(
            [Block](paragraphs: lines), sections: try #require(index.forms.first).sections, matcher: &matcher)
    }

    @Test("the six headings part the text")
    func six() throws {
        let reading = try reading(
            """
            根据条例编制本报告。
            一、总体情况
            第一段
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            四、政府信息公开行政复议、行政诉讼情况
            五、存在的主要问题及改进情况
            第五段
            又一段
            六、其他需要报告的事项
            无
            """)
        #expect(reading.preamble == ["根据条例编制本报告。"])
        #expect(reading.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(
            reading.sections.map(\.title) == [
                "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
            ])
        #expect(reading.sections.map(\.paragraphs) == [["第一段"], [], [], [], ["第五段", "又一段"], ["无"]])
    }

    @Test("（一）主动公开 is a part of section one, not section two")
    func subsections() throws {
        let reading = try reading(
            """
            一、总体情况
            引言
            （一）主动公开
            主动公开政府信息65条。
            (二) 依申请公开
            （三）政府信息管理。本年度没有变化
            二、主动公开政府信息情况
            """)
        #expect(reading.sections.map(\.number) == [1, 2])
        let first = try #require(reading.sections.first)
        #expect(first.paragraphs == ["引言"])
        #expect(first.sections.map(\.number) == [1, 2])
        #expect(first.sections.map(\.title) == ["主动公开", "依申请公开"])
        // A sentence with a bracketed numeral is text.
        #expect(first.sections.map(\.paragraphs) == [["主动公开政府信息65条。"], ["（三）政府信息管理。本年度没有变化"]])
    }

    @Test("numbers that start afresh inside a section are no sections of the form")
    func restarted() throws {
        let reading = try reading(
            """
            五、存在的主要问题及改进情况
            一、强化人员培训
            二、加强宣传工作
            三、完善规章制度
            六、其他需要报告的事项
            """)
        #expect(reading.sections.map(\.number) == [5, 6])
        #expect(reading.sections[0].paragraphs == ["一、强化人员培训", "二、加强宣传工作", "三、完善规章制度"])
    }

    @Test("a section is known by its words where its number is another")
    func otherNumbers() throws {
        let reading = try reading("一、总体情况\n一、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况")
        #expect(reading.sections.map(\.number) == [1, 2, 3])
    }

    @Test("headings may stand without numerals")
    func withoutNumerals() throws {
        let reading = try reading("总体情况\n第一段\n主动公开政府信息情况\n存在的主要问题及改进情况\n第五段")
        #expect(reading.sections.map(\.number) == [1, 2, 5])
        #expect(reading.sections.map(\.paragraphs) == [["第一段"], [], ["第五段"]])
    }

    @Test(
        "other wordings of a heading are known",
        arguments: [
            ("一、概述", 1), ("一、工作基本情况", 1), ("一、2019年政府信息公开工作的总体情况", 1), ("二、行政机关主动公开政府信息情况", 2),
            ("二、主动公开政府信息的情况", 2), ("二、主动公开政府政府情况", 2), ("五、存在问题及改进情况", 5), ("五、政府信息公开工作存在的主要问题及改进情况", 5),
            ("六、其他报告的事项", 6), ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4), ("三、收到和处理政府信息公开申请的情况", 3), ("一、總體情況", 1),
        ])
    func wordings(line: String, number: Int) throws {
        #expect(try reading(line).sections.map(\.number) == [number])
    }

    @Test(
        "a sentence or a long line that speaks of a section is no heading",
        arguments: [
            "主动公开政府信息情况如下：本年度共公开政府信息一百六十五条，其中通过网站公开一百二十条，通过公众号公开四十五条",
            "二、主动公开政府信息情况良好。", "（二）主动公开政府信息情况",
        ])
    func noHeading(line: String) throws {
        #expect(try reading(line).sections.isEmpty)
    }

    @Test("a section's page is that of its heading")
    func page() throws {
        var matcher = LabelMatcher(index)
        let reading = SectionReading(
            [.heading(TextBlock(text: "二、主动公开政府信息情况", page: 3))], sections: index.forms[0].sections, matcher: &matcher)
        #expect(reading.sections.first?.page == 3)
    }

    @Test("without any heading all text is preamble")
    func none() throws {
        let reading = try reading("我局没有收到申请。\n特此报告。")
        #expect(reading.sections.isEmpty)
        #expect(reading.preamble == ["我局没有收到申请。", "特此报告。"])
    }
}
