internal import ReportForms

/// The tables and views of the database that a conversion writes.
enum DatabaseSchema {
    static let tables = """
        -- A row a report; a file that gives none has one too.
        CREATE TABLE documents (
          id INTEGER PRIMARY KEY,
          file TEXT NOT NULL,           -- the path as given
          document INTEGER,             -- which report of the file, from 1
          outcome TEXT NOT NULL,        -- read, failed, duplicate
          failure TEXT,                 -- unreadable, time_limit, memory_limit, signal, exit, malformed_answer
          failure_detail TEXT,
          duplicate_of TEXT,            -- the file with the same content, which was read
          sha256 TEXT,
          kind TEXT,                    -- pdf, html, markdown, text
          pages INTEGER,
          agency TEXT,
          year INTEGER,
          form TEXT,
          period_from TEXT,
          period_to TEXT,
          agency_level TEXT             -- province, prefecture, county, township, subdistrict; NULL where the name leaves it open
        );
        -- A row a figure.
        CREATE TABLE figures (
          document_id INTEGER NOT NULL REFERENCES documents (id),
          code TEXT NOT NULL,           -- such as requests.new.total
          form_table TEXT NOT NULL,     -- the first part of the code
          row_label TEXT,
          column_label TEXT,
          unit TEXT,
          value NUMERIC,
          status TEXT NOT NULL,         -- printed, blank, recovered, suspect, missing
          printed TEXT,                 -- the text of the cell
          evidence TEXT,
          page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL
        );
        -- A relation that the form asks for, worked out on a report.
        CREATE TABLE checks (
          document_id INTEGER NOT NULL REFERENCES documents (id),
          "check" TEXT NOT NULL,        -- such as requests.balance.total
          holds INTEGER NOT NULL,
          left_value NUMERIC NOT NULL,
          right_value NUMERIC NOT NULL
        );
        CREATE TABLE findings (
          document_id INTEGER NOT NULL REFERENCES documents (id),
          number INTEGER NOT NULL,      -- in the order of the report
          kind TEXT NOT NULL,
          severity TEXT NOT NULL,       -- note, warning, error
          message_en TEXT NOT NULL,
          message_zh TEXT NOT NULL,
          code TEXT,
          left_value NUMERIC,
          right_value NUMERIC,
          page INTEGER, x0 REAL, y0 REAL,
          other_file TEXT,              -- the report that this one does not agree with, and where
          other_document INTEGER,
          other_year INTEGER,
          other_page INTEGER
        );
        -- One row: what this database was made with, and of how many files. When it was made is in the ledger only, so that the same
        -- files give the same bytes.
        CREATE TABLE runs (
          id INTEGER PRIMARY KEY,
          tool TEXT NOT NULL,           -- version of nianbao
          schema TEXT NOT NULL,         -- version of the standard model
          files_read INTEGER NOT NULL,
          files_failed INTEGER NOT NULL,
          files_duplicate INTEGER NOT NULL,
          reports INTEGER NOT NULL
        );
        """

    /// Made when all rows are there, and the views that no form is needed for.
    static let indexes = """
        CREATE INDEX documents_by_agency ON documents (agency, year);
        CREATE INDEX documents_by_file ON documents (file);
        CREATE UNIQUE INDEX figures_by_document ON figures (document_id, code);
        CREATE INDEX figures_by_code ON figures (code, document_id);
        CREATE INDEX checks_by_document ON checks (document_id, "check");
        CREATE INDEX findings_by_document ON findings (document_id, number);
        CREATE INDEX findings_by_kind ON findings (kind);
        -- The report that stands for an agency's year: of several the first.
        CREATE VIEW agency_years AS
        SELECT agency, year, MIN(id) AS document_id, COUNT(*) AS documents FROM documents
        WHERE agency IS NOT NULL AND year IS NOT NULL GROUP BY agency, year;
        -- Every certain figure beside that of the year before.
        CREATE VIEW year_over_year AS
        SELECT ay.agency, ay.year, f.code, before_f.value AS value_before, f.value AS value,
          f.value - before_f.value AS change, now.id AS document_id, before.id AS document_id_before
        FROM agency_years AS ay
        JOIN documents AS now ON now.id = ay.document_id
        JOIN documents AS before ON before.id = (
          SELECT MIN(id) FROM documents AS d WHERE d.agency = ay.agency AND d.year = ay.year - 1)
        JOIN figures AS f ON f.document_id = now.id AND f.status IN ('printed', 'recovered')
        JOIN figures AS before_f ON before_f.document_id = before.id AND before_f.code = f.code
          AND before_f.status IN ('printed', 'recovered');
        -- How much of each report is there.
        CREATE VIEW completeness AS
        SELECT d.id AS document_id, d.file, d.agency, d.agency_level, d.year, d.form, COUNT(f.code) AS figures,
          SUM(f.status = 'printed') AS printed, SUM(f.status = 'recovered') AS recovered, SUM(f.status = 'blank') AS blank,
          SUM(f.status = 'suspect') AS suspect, SUM(f.status = 'missing') AS missing,
          (SELECT COUNT(*) FROM checks AS c WHERE c.document_id = d.id AND NOT c.holds) AS checks_failed
        FROM documents AS d LEFT JOIN figures AS f ON f.document_id = d.id
        WHERE d.outcome = 'read' GROUP BY d.id;
        """

    /// A view a table of `form`: a row a report, a column a figure, named by its code. Each column is looked up by itself, so that who
    /// asks for a few does not pay for all.
    static func views(of form: Form) -> String {
        let codes = Dictionary(grouping: form.indicators, by: \.code.table)
        return form.tables.map { table in
            let columns = (codes[table.id] ?? []).map { indicator in
                let code = indicator.code.description
                return
                    ",\n  (SELECT value FROM figures WHERE document_id = d.id AND code = \(literal(code))) AS \(name(code))"
            }
            return """
                CREATE VIEW \(name("form_\(form.form)_\(table.id)")) AS
                SELECT d.id AS document_id, d.file, d.document, d.agency, d.year\(columns.joined())
                FROM documents AS d
                WHERE d.form = \(literal(form.form))
                  AND EXISTS (SELECT 1 FROM figures WHERE document_id = d.id AND form_table = \(literal(table.id)));
                """
        }.joined(separator: "\n")
    }

    static func insertion(into table: String, columns: Int) -> String {
        "INSERT INTO \(table) VALUES (" + [String](repeating: "?", count: columns).joined(separator: ", ") + ")"
    }

    private static func literal(_ text: String) -> String { quoted(text, "'") }
    private static func name(_ text: String) -> String { quoted(text, "\"") }

    private static func quoted(_ text: String, _ mark: Character) -> String {
        let inner = text.map { $0 == mark ? "\(mark)\(mark)" : "\($0)" }.joined()
        return "\(mark)\(inner)\(mark)"
    }
}
