import Foundation
import Nianbao
import ReportForms
import TestSupport
import Testing

@Suite("The code book")
struct CodeBookTests {
    @Test("every figure of every form is a row under one header")
    func rows() throws {
        let lines = CodeBook.csv(of: try FormLibrary.builtIn().forms).split(separator: "\n")
        #expect(lines.count == 1 + 207 + 198 + 58)
        #expect(lines[0].hasPrefix("form,table,code,row_label,column_label,unit,"))
        #expect(
            lines[1]
                == "2021,proactive,proactive.regulations.issued,第二十条第（一）项/规章,本年制发件数,件,Article 20(1)/Rules,Issued this year,主动公开政府信息情况,Information made public on the agency's own initiative,国办公开办函〔2021〕30号"
        )
        for row in [
            "2021,requests,requests.other.other.total,三、本年度办理结果/（六）其他处理/3.其他,总计,件,3. Results this year/(6) Otherwise handled/3. Other,Total,",
            "2019,proactive,proactive.procurement.amount,第二十条第（九）项/政府集中采购,采购总金额,as printed,Article 20(9)/Centralised government procurement,",
            "2021,proceedings,proceedings.litigation_direct.upheld,行政诉讼/未经复议直接起诉,结果维持,件,Administrative litigation/Brought directly,Upheld,",
            "2014,statistics,statistics.fees.amount,七、依申请公开信息收取的费用,统计数,万元,7. Fees for disclosure on request,Figure,政府信息公开情况统计表,Statistics of open government information,国办发〔2014〕32号",
        ] {
            #expect(lines.contains { $0.hasPrefix(row) }, "\(row)")
        }
    }

    @Test("every label of the package's forms has its English")
    func english() throws {
        for form in try FormLibrary.builtIn().forms {
            for indicator in form.indicators {
                #expect(!indicator.englishRowLabels.contains(""), "\(form.form) \(indicator.code)")
                #expect(!indicator.englishColumnLabels.contains(""), "\(form.form) \(indicator.code)")
                #expect(indicator.englishRowLabels.count == indicator.rowLabels.count)
            }
            #expect(form.tables.allSatisfy { $0.labelEn != nil })
        }
    }

    @Test("as JSON the code book is an array of objects with the same members")
    func json() throws {
        let text = try CodeBook.Format.json.text(FormLibrary.builtIn().forms.filter { $0.form == "2014" })
        let rows = try JSONDecoder().decode([[String: String]].self, from: Data(text.utf8))
        #expect(rows.count == 58)
        #expect(rows[0]["code"] == "statistics.proactive.total")
        #expect(rows[0]["unit"] == "条")
        #expect(
            rows[0].keys.sorted() == CodeBook.csv(of: []).dropLast().split(separator: ",").map(String.init).sorted())
    }

    @Test("no form gives the header alone")
    func none() {
        #expect(
            CodeBook.csv(of: [])
                == "form,table,code,row_label,column_label,unit,row_label_en,column_label_en,table_label,table_label_en,source\n"
        )
    }

    @Test("the list of forms has the file of each that is not the package's")
    func list() throws {
        let user = try FormFile(path: Project.sample("forms/department-budget.json"))
        let lines = CodeBook.list(of: try FormFile.builtIn() + [user]).split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines[2] == "2014,政府信息公开情况统计表,国办发〔2014〕32号,1,58,")
        #expect(lines[5].hasPrefix("department-budget,部门收支预算表,made up for this tutorial,1,18,/"))
    }
}
