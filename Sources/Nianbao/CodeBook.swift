public import ReportForms

/// The list of all figures with their codes, labels and units.
public enum CodeBook {
    /// How it is written.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// With a header.
        case csv
        /// An array of objects.
        case json
    }

    static let header = [
        "form", "table", "code", "row_label", "column_label", "unit", "row_label_en", "column_label_en", "table_label",
        "table_label_en", "source",
    ]

    /// One row a figure, as ``header`` says; labels are parted by slashes, from the outermost to the own one.
    static func rows(of forms: [Form]) -> [[String]] {
        forms.flatMap { form in
            let tables = Dictionary(form.tables.map { ($0.id, $0) }) { first, _ in first }
            return form.indicators.map { indicator in
                [
                    form.form, indicator.table, indicator.code.description,
                    indicator.rowLabels.joined(separator: "/"), indicator.columnLabels.joined(separator: "/"),
                    indicator.unit ?? "", english(indicator.englishRowLabels), english(indicator.englishColumnLabels),
                    tables[indicator.table]?.label ?? "", tables[indicator.table]?.labelEn ?? "", form.source,
                ]
            }
        }
    }

    /// Empty where a part is not translated.
    private static func english(_ labels: [String]) -> String {
        labels.contains("") ? "" : labels.joined(separator: "/")
    }

    /// The code book as CSV.
    public static func csv(of forms: [Form]) -> String { CSVText.text(header: header, rows: rows(of: forms)) }

    /// One row a form, as CSV: name, title, source, numbers of tables and figures, and its file, empty for one of the package.
    public static func list(of files: [FormFile]) -> String {
        CSVText.text(
            header: ["form", "title", "source", "tables", "figures", "file"],
            rows: files.map { file in
                [
                    file.form.form, file.form.title, file.form.source, String(file.form.tables.count),
                    String(file.form.indicators.count), file.path ?? "",
                ]
            })
    }
}

extension CodeBook.Format {
    /// The code book of `forms`.
    public func text(_ forms: [Form]) throws -> String {
        try text(header: CodeBook.header, rows: CodeBook.rows(of: forms))
    }

    /// The crosswalk, a row a step.
    public func text(_ crosswalk: Crosswalk) throws -> String {
        try text(
            header: [
                "concept", "from_form", "from_code", "to_form", "to_code", "comparable", "reason_zh", "reason_en",
            ],
            rows: crosswalk.steps.map { step in
                [
                    step.concept, step.from.form, step.from.text, step.to.form, step.to.text, step.comparable.rawValue,
                    step.reason.zh, step.reason.en,
                ]
            })
    }

    private func text(header: [String], rows: [[String]]) throws -> String {
        switch self {
        case .csv: CSVText.text(header: header, rows: rows)
        case .json: try JSONText.pretty(rows.map { Dictionary(zip(header, $0)) { first, _ in first } }) + "\n"
        }
    }
}

extension CSVText {
    static func text(header: [String], rows: [[String]]) -> String {
        var csv = CSVText(header: header)
        for row in rows { csv.append(row) }
        return csv.text
    }
}
