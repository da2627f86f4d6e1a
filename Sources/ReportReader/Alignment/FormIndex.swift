internal import ReportForms
internal import ReportStandard

/// Forms made ready for matching: their lines, fields and relations laid out, their wordings numbered and prepared.
struct FormIndex: Sendable {
    let forms: [IndexedForm]
    /// Every wording of every form once; referred to by its place here.
    let wordings: [Label]
    /// The letters they are made of.
    let alphabet: Set<Unicode.Scalar>
    /// What may follow a number or stand for none.
    let units: FigureWords
    let words: ReportWords
    let wordingLetters: WordingLetters
    /// What labels of reports read before mean, by these wordings.
    let memory = LabelMemory()

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
                tables: form.tables.map { IndexedTable($0, number: number) }, wordings: wordings,
                indicators: indicators,
                relations: form.relations(between: indicators))
        }
        self.wordings = wordings
        words = library.words
        units = FigureWords(
            words.figures,
            formUnits: library.indicators.joined().lazy.compactMap(\.unit).filter { $0 != Form.unitAsPrinted })
        alphabet = Set(wordings.lazy.flatMap(\.letters))
        wordingLetters = WordingLetters(wordings)
    }
}

struct IndexedForm: Sendable {
    let form: Form
    var name: String { form.form }
    let sections: [IndexedSection]
    let tables: [IndexedTable]
    let indicators: [Form.Indicator]
    let relations: [Relation]
    /// The letters of what its tables print beside and above figures. A document that has none of them, though it has some of
    /// another form's, does not follow this form.
    let words: Set<[Unicode.Scalar]>

    init(
        form: Form, sections: [IndexedSection], tables: [IndexedTable], wordings: [Label],
        indicators: [Form.Indicator], relations: [Relation]
    ) {
        self.form = form
        self.sections = sections
        self.tables = tables
        self.indicators = indicators
        self.relations = relations
        words = Set(tables.lazy.flatMap(\.words).map { wordings[$0].letters })
    }
}

struct IndexedSection: Sendable {
    let section: FormSection
    let wordings: [Int]
}

struct IndexedTable: Sendable {
    let table: FormTable
    var id: String { table.id }
    var label: String { table.label }
    var isOpen: Bool { table.isOpen == true }
    let blocks: [IndexedBlock]
    /// What the table shows, from top to bottom.
    let items: [FormItem]
    /// How many of them hold figures.
    let lineCount: Int

    init(_ table: FormTable, number: (String) -> Int) {
        self.table = table
        blocks = table.blocks.map { block in
            let fields = block.fields
            return IndexedBlock(
                fields: fields, wordings: fields.map { $0.wordings.map(number) },
                whole: fields.count == 1 ? fields[0].whole.map(number) : [],
                corner: ((block.corner.map { [$0] } ?? []) + (block.cornerAlso ?? [])).map(number),
                groups: ((block.heading.map { [$0] } ?? []) + fields.flatMap { $0.labels.dropLast() }).map(number),
                names: Self.names(of: block, fields: fields), letters: Self.letters(of: block))
        }
        var items = table.blocks.enumerated().flatMap { index, block in
            (block.title.map { [FormItem(block: index, kind: .title, wordings: [number($0)])] } ?? [])
                + [FormItem(block: index, kind: .header, wordings: [])]
                + block.entries.compactMap { entry in
                    switch entry {
                    case .line(let line):
                        FormItem(
                            block: index, kind: .line(line), wordings: line.wordings.map(number),
                            outer: line.labels.dropLast().map(number))
                    case .heading(let wordings, let outer):
                        block.hasHeadingRows == true
                            ? FormItem(
                                block: index, kind: .heading, wordings: wordings.map(number), outer: outer.map(number))
                            : nil
                    }
                }
        }
        let count = Dictionary(items.flatMap(\.wordings).map { ($0, 1) }, uniquingKeysWith: +)
        for index in items.indices where items[index].line != nil {
            items[index].isRepeated = items[index].wordings.contains { count[$0] ?? 0 > 1 }
        }
        self.items = items
        lineCount = items.count { $0.line != nil }
    }

    /// The letters of each of the texts above its figures and above its labels.
    private static func names(of block: FormBlock, fields: [FormField]) -> Set<[Unicode.Scalar]> {
        let corner = (block.corner.map { [$0] } ?? []) + (block.cornerAlso ?? [])
        let headings = (block.heading.map { [$0] } ?? []) + (block.title.map { [$0] } ?? [])
        let columns = fields.flatMap { $0.labels + $0.wordings + $0.whole }
        return Set((corner + headings + columns).map { Label($0).letters })
    }

    /// The letters of all headings, each heading as often as it is printed.
    private static func letters(of block: FormBlock) -> [Unicode.Scalar: Int] {
        func labels(_ column: FormColumn) -> [String] { [column.label] + (column.columns ?? []).flatMap(labels) }
        let printed = (block.heading.map { [$0] } ?? []) + block.columns.flatMap(labels)
        return printed.flatMap { Label($0).letters }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Numbers of the wordings beside its figures, or above them where none stand beside them.
    var words: [Int] {
        let beside = items.flatMap(\.wordings)
        return beside.isEmpty ? blocks.flatMap(\.wordings).flatMap(\.self) : beside
    }
}

struct IndexedBlock: Sendable {
    let fields: [FormField]
    /// For every field the numbers of its wordings.
    let wordings: [[Int]]
    /// What stands over the column of the whole, where agencies may print the block's only field as several columns.
    let whole: [Int]
    /// What stands over the row labels.
    let corner: [Int]
    /// What stands over several columns.
    let groups: [Int]
    /// The letters of all texts above its figures and its labels.
    let names: Set<[Unicode.Scalar]>
    /// How often each letter stands above the figures.
    let letters: [Unicode.Scalar: Int]
}

/// A row that a form's table shows.
struct FormItem: Hashable, Sendable {
    let block: Int
    let kind: Kind
    let wordings: [Int]
    /// The headings around a line.
    var outer: [Int] = []
    /// Another line of the table has the same wording.
    var isRepeated = false

    enum Kind: Hashable, Sendable {
        case title, header
        /// The label of a group of rows in a row of its own, without figures.
        case heading
        indirect case line(FormLine)
    }

    var line: FormLine? {
        if case .line(let line) = kind { line } else { nil }
    }

    /// Holds figures beside a label.
    var isLabelledLine: Bool {
        if case .line = kind { !wordings.isEmpty } else { false }
    }
}
