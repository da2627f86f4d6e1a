import Conversion
import ReportForms
import Testing

@Suite("The code book")
struct CodeBookTests {
    @Test("every figure of every form is a row under one header")
    func rows() throws {
        let lines = CodeBook.csv(of: try FormLibrary.builtIn().forms).split(separator: "\n")
        #expect(lines.count == 1 + 207 + 198)
        #expect(lines[0] == "form,table,code,row_label,column_label,unit")
        #expect(lines[1] == "2021,proactive,proactive.regulations.issued,第二十条第（一）项/规章,本年制发件数,件")
        #expect(lines.contains("2021,requests,requests.other.other.total,三、本年度办理结果/（六）其他处理/3.其他,总计,件"))
        #expect(lines.contains("2019,proactive,proactive.procurement.amount,第二十条第（九）项/政府集中采购,采购总金额,as printed"))
        #expect(lines.contains("2021,proceedings,proceedings.litigation_direct.upheld,行政诉讼/未经复议直接起诉,结果维持,件"))
    }

    @Test("no form gives the header alone")
    func none() {
        #expect(CodeBook.csv(of: []) == "form,table,code,row_label,column_label,unit\n")
    }
}
