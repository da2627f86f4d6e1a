public import ReportForms

/// The list of all figures with their codes, labels and units.
public enum CodeBook {
    /// One row a figure: form, table, code, labels of row and column, unit.
    public static func csv(of forms: [Form]) -> String {
        var csv = CSVText(header: ["form", "table", "code", "row_label", "column_label", "unit"])
        for form in forms {
            for indicator in form.indicators {
                csv.append([
                    form.form, indicator.table, indicator.code.description,
                    indicator.rowLabels.joined(separator: "/"), indicator.columnLabels.joined(separator: "/"),
                    indicator.unit ?? "",
                ])
            }
        }
        return csv.text
    }
}
