internal import Nianbao
internal import ReportForms

/// The tables and views of the database that a conversion writes.
enum DatabaseSchema {
    static let documents = DatabaseTable("documents", key: "id INTEGER PRIMARY KEY", columns: DocumentColumns.all)
    static let figures = DatabaseTable("figures", key: document, columns: FigureColumns.all)
    static let checks = DatabaseTable("checks", key: document, columns: CheckColumns.all)
    static let findings = DatabaseTable("findings", key: document, columns: FindingColumns.all)

    private static let document = "document_id INTEGER NOT NULL REFERENCES documents (id)"

    static let tables =
        """
        -- A row a report; a file that gives none has one too, whatever it is.
        \(documents.creation)
        -- A row a figure.
        \(figures.creation)
        -- A relation that the form asks for, worked out on a report.
        \(checks.creation)
        -- What was found in a report, by itself and beside others.
        \(findings.creation)
        """ + runs

    private static let runs = """
        -- One row: what this database was made with, and of how many files. When it was made is in the ledger only, so that the same
        -- files give the same bytes.
        CREATE TABLE runs (
          id INTEGER PRIMARY KEY,
          tool TEXT NOT NULL,           -- version of nianbao
          schema TEXT NOT NULL,         -- version of the standard model
          files_read INTEGER NOT NULL,
          files_failed INTEGER NOT NULL,
          files_duplicate INTEGER NOT NULL,
          files_skipped INTEGER NOT NULL,
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
                    ",\n  (SELECT value FROM figures WHERE document_id = d.id AND code = \(SQL.literal(code))) AS \(SQL.name(code))"
            }
            return """
                CREATE VIEW \(SQL.name("form_\(form.form)_\(table.id)")) AS
                SELECT d.id AS document_id, d.file, d.document, d.agency, d.year\(columns.joined())
                FROM documents AS d
                WHERE d.form = \(SQL.literal(form.form))
                  AND EXISTS (SELECT 1 FROM figures WHERE document_id = d.id AND form_table = \(SQL.literal(table.id)));
                """
        }.joined(separator: "\n")
    }
}
