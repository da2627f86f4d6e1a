public import DocumentModel
public import ReportForms
public import ReportStandard

/// Reads reports: from a document's text and tables to the standard model.
public struct ReportReader: Sendable {
    public let forms: FormLibrary
    private let index: FormIndex

    public init(forms: FormLibrary) {
        self.forms = forms
        index = FormIndex(forms)
    }

    /// How far a document's text can be trusted.
    public enum TextQuality: Hashable, Sendable {
        /// Text as the producer of a born-digital file wrote it.
        case certain
        /// Text that was recognised, retyped or converted: a digit may be wrong or lost.
        case uncertain
    }

    /// Reads the reports of one document. A compiled volume gives several; any document gives at least one.
    ///
    /// - Parameters:
    ///   - blocks: headings, paragraphs and tables in reading order.
    ///   - source: what all reports of the document have in common; `document` is numbered here.
    ///   - documentTitle: the title in the file's metadata; asked for only when the text names no agency.
    ///   - findings: what was found while the file was read; it goes to every report whose pages it concerns.
    public func reports(
        in blocks: [Block], source: Source, quality: TextQuality = .certain,
        documentTitle: @autoclosure () -> String? = nil, findings: [Finding] = []
    ) -> [Report] {
        let parts = ReportParts.parts(of: FlatRows.blocks(of: blocks, index: index), words: index.words)
        return parts.enumerated().map { index, part in
            var source = source
            source.document = index + 1
            let own = parts.count == 1 ? findings : findings.filter { part.contains(page: $0.page) }
            return report(
                part, source: source, quality: quality, documentTitle: parts.count == 1 ? documentTitle : { nil },
                findings: own)
        }
    }

    /// The blocks with tables where text has lost its tables, and their rows are known all the same: what ``reports(in:source:quality:documentTitle:findings:)``
    /// reads figures from.
    package func laidOut(_ blocks: [Block]) -> [Block] { FlatRows.blocks(of: blocks, index: index) }

    private func report(
        _ part: ReportParts, source: Source, quality: TextQuality, documentTitle: () -> String?, findings: [Finding]
    ) -> Report {
        var matcher = LabelMatcher(index)
        var report = Report(source: source, findings: findings)
        readFigures(of: part, quality: quality, matcher: &matcher, into: &report)
        readText(of: part, documentTitle: documentTitle, matcher: &matcher, into: &report)
        report.agency = report.agency?.placed(by: index.words.agencies)
        report.publisher = report.publisher?.placed(by: index.words.agencies)
        report.figures +=
            ToldFigures(
                in: part.blocks, report: report, forms: index.forms, words: index.words.prose,
                origin: quality == .certain ? .published : .copied
            ).entries
        let statements = index.forms.first { $0.name == report.form }?.form.statements ?? []
        report.findings += ProseStatements(statements, words: index.words.prose).findings(
            in: part.blocks, report: report)
        return report
    }

    // MARK: Tables

    private func readFigures(
        of part: ReportParts, quality: TextQuality, matcher: inout LabelMatcher, into report: inout Report
    ) {
        let rows = TableRow.rows(of: part.blocks.compactMap(\.table), matcher: &matcher)
        guard let choice = FormChoice(rows: rows, forms: index.forms, matcher: &matcher) else {
            report.findings.append(Finding(.tableMissing))
            return
        }
        report.form = choice.form.name
        report.findings += choice.findings
        let origin: TextEvidence.Origin =
            choice.isTextDamaged ? .damaged : quality == .certain ? .published : .copied
        if origin == .damaged { report.findings.append(Finding(.textUntrusted)) }
        var readings: [FigureReading] = []
        var incomplete: [RowPlacements.Row] = []
        let claimed = Set(choice.alignments.flatMap(\.matches).flatMap(\.rows))
        for alignment in choice.alignments {
            let reading = TableReading(
                alignment, rows: rows, claimed: claimed, units: index.units, origin: origin,
                identity: choice.rivalled.contains(alignment.table.id) ? .rivalled : .alone)
            readings += reading.figures
            incomplete += reading.incomplete
            report.findings += reading.findings
        }
        complete(readings, incomplete: incomplete, origin: origin, choice: choice, into: &report)
    }

    /// Puts the figures into the form's order, adds the missing ones, and lets the arithmetic speak.
    private func complete(
        _ readings: [FigureReading], incomplete: [RowPlacements.Row], origin: TextEvidence.Origin, choice: FormChoice,
        into report: inout Report
    ) {
        var ledger = Ledger(readings, relations: choice.relations, origin: origin)
        ledger.place(incomplete)
        ledger.settle()
        ledger.recover()
        let checks = ledger.checks()
        let failed = checks.filter { !$0.holds }
        report.checks = checks
        report.findings += failed.map { check in
            let place = ledger.codes(of: check).lazy.compactMap { ledger.figures[$0] }.first { $0.value != nil }
            return Finding(
                .checkFailed, code: check.id, left: check.left, right: check.right, page: place?.page, box: place?.box)
        }
        report.findings += ledger.misread.sorted { $0.key < $1.key }.map { code, misread in
            let figure = ledger.figures[code]
            return Finding(
                .misreadProposed, [.checks: misread.checks.joined(separator: ", ")], code: code.description,
                left: figure?.value, right: misread.value, page: figure?.page, box: figure?.box)
        }
        var order = Set<IndicatorCode>()
        for indicator in choice.form.indicators where order.insert(indicator.code).inserted {
            if let figure = ledger.figures[indicator.code] {
                report.figures.append(Report.Entry(code: indicator.code, figure: figure))
            } else if !indicator.isAlternative {
                let status = verdict(Evidence(content: .absent)).status
                report.figures.append(Report.Entry(code: indicator.code, figure: Figure(status: status)))
            }
        }
        // Figures of a table that follows another form stay, after those of the report's own form.
        for reading in readings where order.insert(reading.code).inserted {
            guard let figure = ledger.figures[reading.code] else { continue }
            report.figures.append(Report.Entry(code: reading.code, figure: figure))
        }
    }

    // MARK: Text

    private func readText(
        of part: ReportParts, documentTitle: () -> String?, matcher: inout LabelMatcher, into report: inout Report
    ) {
        let body = part.title.map { Array(part.blocks[$0.end...]) } ?? part.blocks
        if let (form, reading) = sections(of: body, form: report.form, matcher: &matcher) {
            // Only tables tell a form that has tables.
            if form.tables.isEmpty { report.form = form.name }
            report.preamble = reading.preamble
            report.sections = reading.sections
            let found = Set(reading.sections.map(\.number))
            report.findings += form.sections.map(\.section).filter { !found.contains($0.number) }.map {
                Finding(
                    .sectionMissing, [.number: String($0.number), .section: $0.label], code: "section.\($0.number)")
            }
        }
        identify(part, documentTitle: documentTitle, into: &report)
    }

    private func identify(_ part: ReportParts, documentTitle: () -> String?, into report: inout Report) {
        let words = index.words
        report.period = part.blocks.lazy.compactMap(\.text).compactMap { Period(in: $0.text) }.first
        lazy var metadata = documentTitle().flatMap { TitleParts(fileTitle: $0, words: words) }
        let evidence = AgencyEvidence(part, metadata: { metadata }, words: words)
        report.agency = evidence.agency
        report.publisher = evidence.publisher
        report.year =
            part.title?.year ?? part.year ?? evidence.tableYear ?? report.period?.year ?? metadata?.year
            ?? proseYear(of: part.blocks, words: words.years)
        if let agency = report.agency {
            if evidence.isUnclear {
                report.findings.append(
                    Finding(.agencyUnclear, [.printed: agency.name], page: agency.page, box: agency.box))
            }
        } else {
            report.findings.append(Finding(.agencyUnknown))
        }
        if report.year == nil {
            report.findings.append(Finding(.yearUnknown))
        } else if let title = report.year, let period = report.period?.year, period != title {
            report.findings.append(
                Finding(.yearConflict, [.titleYear: String(title), .periodYear: String(period)]))
        }
    }

    /// The sections by the form of the report's tables. Without tables, by the form most of whose sections the text has: a form
    /// without tables where it has enough of them, else one with tables, the newest of equals.
    private func sections(
        of blocks: [Block], form name: String?, matcher: inout LabelMatcher
    ) -> (form: IndexedForm, reading: SectionReading)? {
        if let name, let form = index.forms.first(where: { $0.name == name }) {
            return (form, SectionReading(blocks, sections: form.sections, matcher: &matcher))
        }
        let readings = index.forms.map { form in
            (form: form, reading: SectionReading(blocks, sections: form.sections, matcher: &matcher))
        }
        let best = readings.map(\.reading.sections.count).max() ?? 0
        return readings.first {
            best >= Self.leastSections && $0.form.tables.isEmpty && $0.reading.sections.count == best
        }
            ?? readings.first { !$0.form.tables.isEmpty && $0.reading.sections.count == best }
            ?? readings.first { !$0.form.tables.isEmpty }
    }

    /// Fewer section titles could be any report's.
    private static let leastSections = 3
}
