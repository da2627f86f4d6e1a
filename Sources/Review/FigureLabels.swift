internal import ReportForms
internal import ReportStandard

/// What figures are called in their forms.
struct FigureLabels: Sendable {
    /// Those of the newest form that has the code.
    private var labels: [String: Wording] = [:]

    init(forms: FormLibrary) {
        for indicator in forms.indicators.joined() {
            let code = indicator.code.description
            guard labels[code] == nil else { continue }
            let chinese = (indicator.rowLabels + indicator.columnLabels).joined(separator: " / ")
            let english = indicator.englishRowLabels + indicator.englishColumnLabels
            labels[code] = Wording(
                zh: chinese, en: english.contains("") ? chinese : english.joined(separator: " / "))
        }
    }

    /// The code itself where no form has it.
    subscript(code: String) -> Wording { labels[code] ?? Wording(zh: code, en: code) }

    /// All of them, as the page takes them.
    var all: [String: [String]] { labels.mapValues { [$0.zh, $0.en] } }
}
