internal import ArchiveConversion
internal import GRDB

/// Which things to settle are asked for.
struct ReviewFilter: Hashable, Sendable {
    var kind: String?
    var agency: String?
    var year: String?
    var form: String?
    /// A name of a doubt.
    var doubt: String?
    /// A part of the file's path.
    var file: String?
    /// Those of one report.
    var report: Int?
    var state = State.open

    enum State: String, Sendable { case open, settled, all }

    /// The members by which things are counted.
    enum Facet: String, CaseIterable, Sendable { case kind, agency, year, form, doubt }

    init() {}

    init(_ query: [String: String]) {
        func text(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        (kind, agency, year) = (text("kind"), text("agency"), text("year"))
        (form, doubt, file) = (text("form"), text("doubt"), text("file"))
        report = text("report").flatMap { Int($0) }
        state = query["state"].flatMap(State.init) ?? .open
    }

    /// The filter as conditions on the rows `i` and `r` and `f`, all of them but that on `facet`.
    func conditions(except facet: Facet? = nil) -> (sql: String, arguments: StatementArguments) {
        var parts: [String] = []
        var arguments = StatementArguments()
        func add(_ sql: String, _ value: (any DatabaseValueConvertible)?, _ own: Facet? = nil) {
            guard let value, own == nil || own != facet else { return }
            parts.append(sql)
            arguments += [value]
        }
        add("i.kind = ?", kind, .kind)
        add("r.agency_key = ?", agency, .agency)
        add(
            "COALESCE(r.year, '?') = ?",
            year.map { text in Int(text).map { DatabaseValue(value: $0) } ?? DatabaseValue(value: text) } ?? nil, .year)
        add("COALESCE(r.form, '?') = ?", form, .form)
        add("instr(' ' || i.doubts || ' ', ' ' || ? || ' ') > 0", doubt, .doubt)
        add("instr(lower(f.path), lower(?)) > 0", file)
        add("i.report = ?", report)
        switch state {
        case .open: parts.append("i.id NOT IN (SELECT id FROM settled)")
        case .settled: parts.append("i.id IN (SELECT id FROM settled)")
        case .all: break
        }
        return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
    }
}
