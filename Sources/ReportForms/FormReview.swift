internal import DocumentModel
internal import ReportStandard

/// Judges a form whose file has the right shape: what no schema can say.
struct FormReview {
    private let form: Form
    private(set) var problems: [FormProblem] = []

    init(_ form: Form) {
        self.form = form
        reviewSections()
        for (index, table) in form.tables.enumerated() { review(table, at: "$.tables[\(index)]") }
        reviewCodes()
        reviewChecks()
        reviewStatements()
        reviewTellings()
    }

    private mutating func add(_ place: String, _ message: String) {
        problems.append(FormProblem(place: place, message: message))
    }

    // MARK: Wordings

    private mutating func reviewSections() {
        var numbers = Set<Int>()
        for (index, section) in form.sections.enumerated() where !numbers.insert(section.number).inserted {
            add("$.sections[\(index)].number", "the number \(section.number) is taken already")
        }
        reviewWordings(form.sections.map(\.wordings), at: "$.sections")
    }

    private mutating func review(_ table: FormTable, at place: String) {
        if Report.members.contains(table.id) { add("\(place).id", "“\(table.id)” is a member that every report has") }
        let titled = table.blocks.enumerated().filter { $1.title != nil }
        reviewWordings(titled.map { [$1.title ?? ""] }, at: "\(place).blocks", indexes: titled.map(\.offset))
        for (index, block) in table.blocks.enumerated() {
            review(block.rows, at: "\(place).blocks[\(index)].rows")
            review(block.columns, at: "\(place).blocks[\(index)].columns")
            let fields = block.fields
            for field in fields where !field.whole.isEmpty && fields.count > 1 {
                add(
                    "\(place).blocks[\(index)]\(Self.path("columns", field.place)).whole",
                    "is for the only column of a block, and this one has \(fields.count)")
            }
        }
    }

    private mutating func review(_ rows: [FormRow], at place: String) {
        reviewWordings(rows.map { [$0.label] + ($0.also ?? []) }, at: place)
        for (index, row) in rows.enumerated() {
            let place = "\(place)[\(index)]"
            if row.mayStandAlone != nil, row.rows == nil || row.figure != nil {
                add("\(place).may_stand_alone", "is for a group of rows without figures of its own")
            }
            review(row.rows ?? [], at: "\(place).rows")
        }
    }

    private mutating func review(_ columns: [FormColumn], at place: String) {
        reviewWordings(columns.map { [$0.label] + ($0.also ?? []) }, at: place)
        for (index, column) in columns.enumerated() {
            let place = "\(place)[\(index)]"
            if column.columns != nil,
                column.also != nil || column.whole != nil || column.unit != nil || column.change != nil
            {
                add(place, "a group of columns has no figures: also, whole, unit and change belong to its columns")
            }
            review(column.columns ?? [], at: "\(place).columns")
        }
    }

    /// Neighbours with the same wording cannot be told apart. Their numerals count.
    private mutating func reviewWordings(_ wordings: [[String]], at place: String, indexes: [Int]? = nil) {
        var taken: [String: Int] = [:]
        for (index, own) in wordings.enumerated() {
            for wording in own {
                let letters = String(
                    String.UnicodeScalarView(
                        folded(wording).unicodeScalars.filter {
                            $0.isLetter || $0.properties.numericType != nil
                        }))
                let (number, first) = (indexes?[index] ?? index, taken[letters])
                if letters.isEmpty {
                    add("\(place)[\(number)]", "“\(wording)” has no letter to be known by")
                } else if let first, first != number {
                    add("\(place)[\(number)]", "“\(wording)” is also a wording of \(place)[\(first)]")
                } else {
                    taken[letters] = number
                }
            }
        }
    }

    // MARK: Codes

    /// Every code once, and none the beginning of another: a figure has no figures inside.
    private mutating func reviewCodes() {
        var ids: [String: Int] = [:]
        var places: [IndicatorCode: (row: String, column: String)] = [:]
        var stems: [IndicatorCode: String] = [:]
        for (index, table) in form.tables.enumerated() {
            if let first = ids[table.id] {
                add("$.tables[\(index)].id", "“\(table.id)” is the id of $.tables[\(first)] already")
            }
            ids[table.id] = ids[table.id] ?? index
            for (number, block) in table.blocks.enumerated() {
                let fields = block.fields
                for line in block.lines {
                    for field in fields {
                        let code = IndicatorCode(table: table, line: line, field: field)
                        let block = "$.tables[\(index)].blocks[\(number)]"
                        let column = block + Self.path("columns", field.place)
                        let own = line.place.isEmpty ? column : block + Self.path("rows", line.place)
                        if let other = places[code] {
                            let (here, there) = other.row == own ? (column, other.column) : (own, other.row)
                            add(here, "the code \(code) is that of \(there) already")
                        }
                        if code.path.count == 1 { add(own, "no key gives its figure a code below \(code)") }
                        if code.path.contains("status") { add(own, "“status” in a code is what tells a figure") }
                        places[code] = places[code] ?? (own, column)
                        for length in 1..<code.path.count {
                            stems[IndicatorCode(path: Array(code.path.prefix(length)))] = own
                        }
                    }
                }
            }
        }
        for (code, place) in places.sorted(by: { $0.key < $1.key }) {
            if let inner = stems[code], code.path.count > 1 {
                add(place.row, "the code \(code) is also the beginning of codes at \(inner)")
            }
        }
    }

    private static func path(_ member: String, _ indexes: [Int]) -> String {
        indexes.map { ".\(member)[\($0)]" }.joined()
    }

    // MARK: Statements

    private mutating func reviewTellings() {
        let codes = Set(form.indicators.map(\.code.description))
        let figures = form.told?.figures ?? []
        for (index, telling) in figures.enumerated() {
            let place = "$.told.figures[\(index)]"
            if !codes.contains(telling.code) {
                add("\(place).code", "“\(telling.code)” is the code of no figure of the form")
            }
            if let whole = telling.partOf, !figures.contains(where: { $0.code == whole && $0.partOf == nil }) {
                add("\(place).part_of", "“\(whole)” is the code of no whole that is told")
            }
            if telling.partWords != nil, telling.partOf == nil {
                add("\(place).part_words", "are for a figure that is part of a whole")
            }
        }
    }

    private mutating func reviewStatements() {
        let codes = form.indicators.map(\.code)
        for (index, statement) in (form.statements ?? []).enumerated() {
            for (number, sum) in statement.sums.enumerated() {
                for (place, code) in sum.enumerated() where !codes.contains(where: { $0.matches(IndicatorCode(code)) })
                {
                    add(
                        "$.statements[\(index)].sums[\(number)][\(place)]",
                        "“\(code)” is the code of no figure of the form")
                }
            }
        }
    }

    // MARK: Checks

    /// What checks within a year and between years have in common.
    private struct CheckLists {
        var place: String
        var id: String
        var table: String
        var over: FormCheck.Scope?
        /// By member of the file.
        var lists: [(member: String, patterns: [String])]
    }

    private mutating func reviewChecks() {
        let codes = form.indicators.map(\.code)
        var ids = Set<String>()
        let withinYear = form.checks.enumerated().map { index, check in
            CheckLists(
                place: "$.checks[\(index)]", id: check.id, table: check.table, over: check.over,
                lists: [("left", check.left), ("right", check.right)])
        }
        let betweenYears = (form.yearChecks ?? []).enumerated().map { index, check in
            CheckLists(
                place: "$.year_checks[\(index)]", id: check.id, table: check.table, over: check.over,
                lists: [
                    ("before", check.before), ("plus", check.plus ?? []), ("minus", check.minus ?? []),
                    ("after", check.after),
                ])
        }
        for check in withinYear + betweenYears {
            let place = check.place
            if !ids.insert(check.id).inserted { add("\(place).id", "the id “\(check.id)” is taken already") }
            guard let table = form.tables.first(where: { $0.id == check.table }) else {
                add("\(place).table", "there is no table “\(check.table)”")
                continue
            }
            let patterns = CodePatterns(codes.filter { $0.table == check.table })
            let names = form.names(check.over, in: table)
            for (side, list) in check.lists {
                for (number, pattern) in list.enumerated() {
                    let own = "\(place).\(side)[\(number)]"
                    let hasName = pattern.split(separator: ".").contains("{}")
                    if hasName, check.over == nil { add(own, "“{}” stands for nothing: the check has no “over”") }
                    if !hasName, check.over != nil { add(own, "“\(pattern)” has no “{}”, though the check has “over”") }
                    if !names.contains(where: { !patterns.matching(pattern, name: $0).isEmpty }) {
                        add(own, "“\(pattern)” is the code of no figure of the table \(check.table)")
                    }
                }
            }
        }
    }
}
