import ReportForms
import ReportStandard
import Testing

@testable import Review

@Suite("Statutory tables as they are printed")
struct TableLayoutTests {
    private let forms: FormLibrary

    init() throws { forms = try FormLibrary.builtIn() }

    /// How many columns each row of a block covers, what reaches down from rows above counted.
    private func widths(_ block: TableLayout.Block) -> [Int] {
        var reaching = [Int](repeating: 0, count: block.rows.count + 40)
        return block.rows.enumerated().map { index, row in
            for cell in row where cell.rows > 1 {
                for below in 1..<cell.rows { reaching[index + below] += cell.columns }
            }
            return row.reduce(reaching[index]) { $0 + $1.columns }
        }
    }

    @Test("every row of every table of every form covers all columns, and every figure stands in one place")
    func whole() {
        for form in forms.forms {
            for table in form.tables {
                let layout = TableLayout(table, shown: [])
                for block in layout.blocks {
                    #expect(
                        widths(block).allSatisfy { $0 == block.columns }, "\(form.form) \(table.id): \(widths(block))")
                }
                let codes = layout.blocks.flatMap(\.rows).flatMap(\.self).compactMap(\.code)
                let own = form.indicators.filter { $0.table == table.id && !$0.isAlternative }.map(\.code.description)
                #expect(codes.sorted() == own.sorted(), "\(form.form) \(table.id)")
            }
        }
    }

    @Test("labels of groups reach over their rows, headings over their columns")
    func spans() throws {
        let form = try #require(forms.forms.first { $0.form == "2021" })
        let layout = TableLayout(try #require(form.tables.first { $0.id == "requests" }), shown: [])
        let block = try #require(layout.blocks.first)
        let labels = block.rows.flatMap(\.self).filter { $0.kind == .label }
        let results = try #require(labels.first { $0.zh == "三、本年度办理结果" })
        #expect(results.columns == 1 && results.rows > 10)
        #expect(labels.first?.zh == "一、本年新收政府信息公开申请数量" && labels.first?.columns == block.columns - 7)
        let headings = block.rows.flatMap(\.self).filter { $0.kind == .heading }
        #expect(headings.first { $0.zh == "法人或其他组织" }?.columns == 5)
        #expect(headings.first { $0.zh == "自然人" }?.rows == 2)
        #expect(headings.first { $0.zh == "申请人情况" }?.columns == 7)
    }

    @Test("a group printed as one row is shown where the report has it")
    func alternatives() throws {
        for form in forms.forms {
            for indicator in form.indicators where indicator.isAlternative {
                let table = try #require(form.tables.first { $0.id == indicator.table })
                let layout = TableLayout(table, shown: [indicator.code])
                #expect(
                    layout.blocks.flatMap(\.rows).flatMap(\.self).contains { $0.code == indicator.code.description })
                #expect(layout.blocks.allSatisfy { block in widths(block).allSatisfy { $0 == block.columns } })
            }
        }
    }
}
