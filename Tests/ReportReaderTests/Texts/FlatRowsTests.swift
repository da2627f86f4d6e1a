import DocumentModel
import ReportForms
import ReportStandard
import Testing
import TextReader

@testable import ReportReader

@Suite("Tables flattened to text")
struct FlatRowsTests {
    private func report(_ text: String) throws -> Report {
        let reader = try ReportReader(forms: .builtIn())
        let source = Source(file: "a.txt", sha256: "", kind: .text)
        return try #require(
            reader.reports(in: PlainTextReader().blocks(of: text), source: source, quality: .uncertain).first)
    }

    private func values(_ report: Report, _ prefix: String) -> [String] {
        report.figures.filter { $0.code.description.hasPrefix(prefix) && $0.figure.status != .missing }.map {
            "\($0.code) \($0.figure.value.map { "\($0)" } ?? "nil") \($0.figure.status.rawValue)"
        }
    }

    private let proactive = ["第二十条第(一)项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]

    @Test("one cell a line: as many figures as columns are the row's")
    func lines() throws {
        let text = (proactive + ["规章", "1", "2", "3", "行政规范性文件", "4", "-", "6"]).joined(separator: "\n")
        #expect(
            values(try report(text), "proactive") == [
                "proactive.regulations.issued 1 printed", "proactive.regulations.repealed 2 printed",
                "proactive.regulations.in_force 3 printed", "proactive.normative_documents.issued 4 printed",
                "proactive.normative_documents.repealed nil blank", "proactive.normative_documents.in_force 6 printed",
            ])
    }

    @Test("fewer figures than columns may stand anywhere: none is claimed, and a finding says so")
    func dropped() throws {
        let text = (proactive + ["规章", "1", "行政规范性文件", "4", "5", "6"]).joined(separator: "\n")
        let report = try report(text)
        #expect(
            values(report, "proactive.regulations") == [
                "proactive.regulations.issued nil suspect", "proactive.regulations.repealed nil suspect",
                "proactive.regulations.in_force nil suspect",
            ])
        #expect(report.findings.filter { $0.kind == .cellUnclear }.map(\.code) == ["proactive.regulations.issued"])
        #expect(values(report, "proactive.normative").count == 3)
    }

    @Test("more figures than columns are none of them")
    func tooMany() throws {
        let text = (proactive + ["规章", "1", "2", "3", "4", "行政规范性文件", "4", "5", "6"]).joined(separator: "\n")
        #expect(values(try report(text), "proactive.regulations").allSatisfy { $0.hasSuffix("nil suspect") })
    }

    @Test("figures that blanks part from each other and from their label are one each")
    func spaced() throws {
        let text = "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 12 0 345.5\n行政规范性文件 1 2\n第二十条第(五)项\n信息内容 本年处理决定数量\n行政许可 77"
        let report = try report(text)
        #expect(
            values(report, "proactive.regulations") == [
                "proactive.regulations.issued 12 printed", "proactive.regulations.repealed 0 printed",
                "proactive.regulations.in_force 345.5 printed",
            ])
        #expect(values(report, "proactive.normative").allSatisfy { $0.hasSuffix("nil suspect") })
        #expect(values(report, "proactive.licensing") == ["proactive.licensing.decisions 77 printed"])
    }

    @Test("a line of loose figures beside a row may be the rest of its numbers: what no sum confirms is suspect")
    func tornNumbers() throws {
        let text = "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政规范性文件 4 5 67\n8\n第二十条第(五)项\n信息内容 本年处理决定数量\n行政许可 7"
        let report = try report(text)
        #expect(values(report, "proactive.normative").allSatisfy { $0.hasSuffix("suspect") })
        #expect(values(report, "proactive.licensing") == ["proactive.licensing.decisions 7 printed"])
    }

    @Test("a label that runs into the next row's places no figure")
    func sharedLabel() throws {
        let heading = "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
        let text =
            heading + "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开（七）总计 1 0 0 0 0 0 1"
        let report = try report(text)
        #expect(values(report, "requests.new").allSatisfy { $0.hasSuffix("printed") })
        #expect(!values(report, "requests.granted").contains { $0.hasSuffix("printed") })
        #expect(!values(report, "requests.handled_total").contains { $0.hasSuffix("printed") })
    }

    @Test("headings broken into lines of their parts name the columns of the only row, by their letters")
    func brokenHeadings() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况
            行政      行政
            复议      诉讼
            未经复议直接起诉
            结果 结果 其他 尚未 总计 结果 结果      复议后起诉
            维持 纠正 结果 审结      其他 尚未      结果 结果 其他 尚未
            维持 纠正 结果 审结 总计 维持 纠正 结果 审结 总计
            57 0 9 6 72 95 0 11 1 107 60 47 34 16 157
            五、存在的主要问题及改进情况
            """
        let figures = values(try report(text), "proceedings")
        #expect(figures.count == 15)
        #expect(figures.first == "proceedings.reconsideration.upheld 57 printed")
        #expect(figures[5] == "proceedings.litigation_direct.upheld 95 printed")
        #expect(figures.last == "proceedings.litigation_after_reconsideration.total 157 printed")
    }

    @Test(
        "digits glued to a label are a figure each, where they are as many as columns; a blank among them shows in no way"
    )
    func glued() throws {
        let text = "信息内容本年制发件数本年废止件数现行有效件数\n规章102\n行政规范性文件1234\n第二十条第(五)项\n信息内容本年处理决定数量\n行政许可7"
        let report = try report(text)
        #expect(
            values(report, "proactive.regulations") == [
                "proactive.regulations.issued 1 suspect", "proactive.regulations.repealed 0 suspect",
                "proactive.regulations.in_force 2 suspect",
            ])
        // 1, 2, 34 or 1, 23, 4 or 12, 3, 4.
        #expect(values(report, "proactive.normative").allSatisfy { $0.hasSuffix("nil suspect") })
        #expect(values(report, "proactive.licensing") == ["proactive.licensing.decisions 7 printed"])
    }

    @Test("rows with bars whose headings have lost their columns are read in order")
    func shiftedHeadings() throws {
        let text = """
            | (本列数据的勾稽关系为) | 申请人情况 |||||||||
            | 自然人 | 法人或其他组织 | 总计 ||||||||
            | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 ||||||
            | 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |||
            | 二、上年结转政府信息公开申请数量 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |||
            | 三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 ||
            """
        let report = try report(text)
        #expect(
            values(report, "requests.new") == [
                "requests.new.natural_person 3 printed", "requests.new.business 0 printed",
                "requests.new.research 0 printed",
                "requests.new.social_welfare 0 printed", "requests.new.legal_service 0 printed",
                "requests.new.other_organisation 0 printed", "requests.new.total 3 printed",
            ])
        #expect(values(report, "requests.granted.business") == ["requests.granted.business 1 printed"])
    }

    @Test("of a row with blanks in one length with others the ends are certain")
    func blanks() throws {
        let text = """
            自然人 | 法人或其他组织 | 总计 |
            商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
            一、本年新收政府信息公开申请数量 | 2 | | | | | 1 | 3 |||
            二、上年结转政府信息公开申请数量 | | | | | | | 0 |||
            三、本年度办理结果 | （一）予以公开 | 2 | | | | | 1 | 3 ||
            """
        let report = try report(text)
        #expect(values(report, "requests.new.natural") == ["requests.new.natural_person 2 printed"])
        // One row that reaches from end to end is no witness for what stands between blanks.
        #expect(values(report, "requests.new.other") == ["requests.new.other_organisation 1 suspect"])
        #expect(values(report, "requests.new.total") == ["requests.new.total 3 printed"])
    }

    @Test("the figures of a table without row labels follow its headings")
    func unlabelled() throws {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let text =
            (["行政复议", "行政诉讼"] + outcomes + ["未经复议直接起诉", "复议后起诉"] + outcomes + outcomes
            + ["1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"]).joined(separator: "\n")
        let report = try report(text)
        #expect(
            values(report, "proceedings.reconsideration").map { $0.split(separator: " ")[1] } == [
                "1", "2", "3", "4", "10",
            ])
        #expect(
            values(report, "proceedings.litigation_after").map { $0.split(separator: " ")[1] } == [
                "5", "0", "0", "0", "5",
            ])
    }

    @Test("prose that names a row is left as it is")
    func prose() throws {
        let text = "一、总体情况\n全年作出行政许可12件，行政处罚3件。\n行政许可\n本年新收政府信息公开申请数量不大。"
        let blocks = PlainTextReader().blocks(of: text)
        let index = try FormIndex(FormLibrary.builtIn())
        #expect(FlatRows.blocks(of: blocks, index: index) == blocks)
    }

    @Test("a label left without figures puts the rows behind it in doubt; the heading of a group does not")
    func displaced() throws {
        let row = ["1", "0", "0", "0", "0", "0", "1"]
        let start = ["自然人", "商业企业", "一、本年新收政府信息公开申请数量"] + row
        let sound = start + ["（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"] + row + ["3.其他"] + row
        let shifted = start + ["二、上年结转政府信息公开申请数量", "（一）予以公开"] + row + ["（七）总计"] + row
        #expect(values(try report(sound.joined(separator: "\n")), "requests").allSatisfy { $0.hasSuffix("printed") })
        #expect(values(try report(shifted.joined(separator: "\n")), "requests").allSatisfy { $0.hasSuffix("suspect") })
    }
}
