internal import ReportForms
internal import ReportStandard

/// Forms made ready for matching: their lines, fields and relations laid out, their wordings numbered and prepared.
struct FormIndex: Sendable {
    let forms: [IndexedForm]
    /// Every wording of every form once; referred to by its place here.
    let wordings: [Label]
    /// The letters they are made of.
    let alphabet: Set<Unicode.Scalar>

    init(_ library: FormLibrary) {
        var numbers: [String: Int] = [:]
        var wordings: [Label] = []
        func number(_ wording: String) -> Int {
            if let known = numbers[wording] { return known }
            numbers[wording] = wordings.count
            wordings.append(Label(wording))
            return wordings.count - 1
        }
        forms = zip(library.forms, library.indicators).map { form, indicators in
            IndexedForm(
                form: form,
                sections: form.sections.map { IndexedSection(section: $0, wordings: $0.wordings.map(number)) },
                tables: form.tables.map { IndexedTable($0, number: number) },
                indicators: indicators,
                relations: form.relations(between: indicators))
        }
        self.wordings = wordings
        alphabet = Set(wordings.lazy.flatMap(\.letters))
    }
}

struct IndexedForm: Sendable {
    let form: Form
    var name: String { form.form }
    let sections: [IndexedSection]
    let tables: [IndexedTable]
    let indicators: [Form.Indicator]
    let relations: [Relation]
}

struct IndexedSection: Sendable {
    let section: FormSection
    let wordings: [Int]
}

struct IndexedTable: Sendable {
    let table: FormTable
    var id: String { table.id }
    var label: String { table.label }
    let blocks: [IndexedBlock]
    /// What the table shows, from top to bottom.
    let items: [FormItem]

    init(_ table: FormTable, number: (String) -> Int) {
        self.table = table
        blocks = table.blocks.map { block in
            let fields = block.fields
            return IndexedBlock(fields: fields, wordings: fields.map { $0.wordings.map(number) })
        }
        items = table.blocks.enumerated().flatMap { index, block in
            (block.title.map { [FormItem(block: index, kind: .title, wordings: [number($0)])] } ?? [])
                + [FormItem(block: index, kind: .header, wordings: [])]
                + block.lines.map { line in
                    FormItem(
                        block: index, kind: .line(line), wordings: line.wordings.map(number),
                        outer: line.labels.dropLast().map(number))
                }
        }
    }
}

struct IndexedBlock: Sendable {
    let fields: [FormField]
    /// For every field the numbers of its wordings.
    let wordings: [[Int]]
}

/// A row that a form's table shows.
struct FormItem: Sendable {
    let block: Int
    let kind: Kind
    let wordings: [Int]
    /// The headings around a line.
    var outer: [Int] = []

    enum Kind: Sendable {
        case title, header
        case line(FormLine)
    }

    var line: FormLine? {
        if case .line(let line) = kind { line } else { nil }
    }
}
