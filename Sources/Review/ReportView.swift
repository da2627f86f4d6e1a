internal import ArchiveConversion
internal import Decisions
internal import DocumentModel
internal import Foundation
internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// A report as the page shows it.
struct ReportView: Encodable, Sendable {
    var id: Int
    var file: String
    var sha256: String
    var document: Int
    var agency: String?
    var year: Int?
    var form: String?
    var kind: String
    var pages: Int?
    /// By code.
    var figures: [String: FigureView]
    var tables: [TableLayout]
    var relations: [RelationView]
    var findings: [FindingView]
    var prose: [SectionView]
    var items: [ReviewStore.Item]
    /// The agency's reports, this one among them.
    var years: [YearView]

    struct FigureView: Encodable, Sendable {
        /// As text: numbers stay exact.
        var value: String?
        var status: String
        var printed: String?
        var unit: String?
        var page: Int?
        var box: Box?
        var doubts: [String]
        var evidence: [String]
        var readings: [String]
        /// What was read, where a person has settled it.
        var wasValue: String?
        var wasStatus: String?
        /// What people have said of it, the earliest first.
        var opinions: [OpinionView]?
    }

    struct OpinionView: Encodable, Sendable {
        var decision: String
        var value: String?
        var by: String
        var at: String
        var note: String?
        /// It is about another reading than there is now.
        var isOutdated: Bool
    }

    struct RelationView: Encodable, Sendable {
        var id: String
        var left: [String]
        var right: [String]
    }

    struct FindingView: Encodable, Sendable {
        var kind: String
        var severity: String
        var zh: String
        var en: String
        var code: String?
        var page: Int?
        var box: Box?
    }

    struct SectionView: Encodable, Sendable {
        var title: String
        var page: Int?
        var paragraphs: [ParagraphView]
    }

    struct ParagraphView: Encodable, Sendable {
        var text: String
        var marks: [MarkView]
    }

    struct MarkView: Encodable, Sendable {
        var start: Int
        var length: Int
        var code: String
        var agrees: Bool
    }

    struct YearView: Encodable, Sendable {
        var id: Int
        var year: Int?
        var file: String
        var document: Int
    }
}

/// Makes views of reports.
struct ReportViewMaker: Sendable {
    let forms: FormLibrary
    private let relations: ReportRelations
    private let numbers: RepeatedNumbers

    init(forms: FormLibrary) {
        self.forms = forms
        relations = ReportRelations(forms: forms)
        numbers = RepeatedNumbers(forms: forms)
    }

    func view(
        of entry: ReviewStore.Entry, read: Report, now: Report, opinions: (IndicatorCode) -> [Decision],
        items: [ReviewStore.Item], years: [ReviewStore.Entry]
    ) -> ReportView {
        let wasRead = Dictionary(read.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        let figures = Dictionary(now.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        return ReportView(
            id: entry.id, file: entry.file, sha256: entry.sha256, document: entry.document, agency: entry.agency,
            year: entry.year,
            form: now.form, kind: now.source.kind.rawValue, pages: now.source.pages,
            figures: Dictionary(
                uniqueKeysWithValues: figures.map { code, figure in
                    (code.description, .init(figure, was: wasRead[code], opinions: opinions(code)))
                }),
            tables: TableLayout.tables(of: now, forms: forms),
            relations: relations.relations(of: now).compactMap { $0.narrowed { figures[$0] != nil } }.map {
                .init(id: $0.id, left: $0.left.map(\.description), right: $0.right.map(\.description))
            },
            findings: now.findings.map(ReportView.FindingView.init),
            prose: prose(of: now, figures: figures), items: items,
            years: years.map { .init(id: $0.id, year: $0.year, file: $0.file, document: $0.document) })
    }

    private func prose(of report: Report, figures: [IndicatorCode: Figure]) -> [ReportView.SectionView] {
        func paragraphs(_ texts: [String]) -> [ReportView.ParagraphView] {
            texts.map { text in
                .init(
                    text: text,
                    marks: numbers.marks(in: text, of: report, figures: figures).map {
                        .init(start: $0.start, length: $0.length, code: $0.code.description, agrees: $0.agrees)
                    })
            }
        }
        func views(_ section: Section) -> [ReportView.SectionView] {
            [.init(title: section.title, page: section.page, paragraphs: paragraphs(section.paragraphs))]
                + section.sections.flatMap(views)
        }
        let start =
            report.preamble.isEmpty ? [] : [ReportView.SectionView(title: "", paragraphs: paragraphs(report.preamble))]
        return (start + report.sections.flatMap(views)).filter { !$0.title.isEmpty || !$0.paragraphs.isEmpty }
    }
}

extension ReportView.FigureView {
    fileprivate init(_ figure: Figure, was: Figure?, opinions: [Decision]) {
        func text(_ number: Decimal?) -> String? { number.map { "\($0)" } }
        self.init(
            value: text(figure.value), status: figure.status.rawValue, printed: figure.printed, unit: figure.unit,
            page: figure.page, box: figure.box,
            // What spoke against the reading is still worth knowing once it has been settled.
            doubts: (was ?? figure).doubts.map(\.rawValue), evidence: (was ?? figure).evidence ?? [],
            readings: (was ?? figure).readings.map { "\($0)" })
        if figure.status == .reviewed {
            (wasValue, wasStatus) = (text(was?.value), was?.status.rawValue)
        }
        guard !opinions.isEmpty else { return }
        self.opinions = opinions.map { decision in
            .init(
                decision: decision.kind.rawValue, value: text(decision.verdict?.value), by: decision.by,
                at: decision.at, note: decision.note,
                isOutdated: was.map { Review.Reading($0) != decision.was } ?? true)
        }
    }
}

extension ReportView.FindingView {
    fileprivate init(_ finding: Finding) {
        self.init(
            kind: finding.kind.rawValue, severity: finding.severity.rawValue, zh: finding.message(in: .chinese),
            en: finding.message(in: .english), code: finding.code, page: finding.page, box: finding.box)
    }
}
