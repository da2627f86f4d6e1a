internal import Conversion
internal import PDFReader
internal import ReportForms
internal import ReportStandard

/// An input with all that outputs need of it.
struct RenderedInput: Sendable {
    enum Content: Sendable {
        case reports([Report])
        case failed(name: String, detail: String)
        /// The path of the input with the same content.
        case duplicate(of: String)
    }

    var file: InputFile
    var content: Content
    /// A report a line.
    var ndjson: [UInt8] = []
    /// A file of its own.
    var json: [UInt8] = []
    /// Rows of figures, without a header.
    var csv: [UInt8] = []

    var reports: [Report] { if case .reports(let reports) = content { reports } else { [] } }
}

/// Makes of a ledger's entries what outputs need; several at the same time, for this is where the time goes.
struct InputRenderer: Sendable {
    let kinds: Set<OutputTarget.Kind>
    let table: FigureTable
    let order: FigureOrder
    let forms: FormLibrary
    let ledger: Ledger

    func rendered(_ file: InputFile, _ state: InputState, first: InputFile?) throws -> RenderedInput {
        switch state {
        case .refused(let cause):
            return RenderedInput(file: file, content: .failed(name: cause.name, detail: cause.description))
        case .duplicate: return RenderedInput(file: file, content: .duplicate(of: first?.path ?? ""))
        case .content(let key):
            guard let entry = try ledger.entry(key) else {
                // It had the content of another file, which has changed since.
                let cause = FailureCause.unreadable("it changed while it was read; run again")
                return RenderedInput(file: file, content: .failed(name: cause.name, detail: cause.description))
            }
            if let failure = entry.failure {
                return RenderedInput(file: file, content: .failed(name: failure, detail: entry.failureDetail ?? ""))
            }
            guard let stored = try ledger.reports(key) else {
                throw OutputError(path: ledger.path, cause: "\(file.path) is not in the ledger")
            }
            return try rendered(file, json: stored.json, isSameFile: stored.path == file.path)
        }
    }

    private func rendered(_ file: InputFile, json: [UInt8], isSameFile: Bool) throws -> RenderedInput {
        var reports = try StoredReports.reports(in: FileBytes(name: file.path, json))
        for index in reports.indices {
            reports[index] = order.ordered(reports[index])
            reports[index].source.file = file.path
        }
        var input = RenderedInput(file: file, content: .reports(reports))
        if kinds.contains(.ndjson) {
            // The content was read under another name before.
            input.ndjson = isSameFile ? json : Array(try ReportFormat.ndjson.text(reports, forms: forms).utf8)
        }
        if kinds.contains(.folder) { input.json = Array(try ReportFormat.json.text(reports, forms: forms).utf8) }
        if kinds.contains(.csv) {
            var csv = CSVText()
            for report in reports { for row in table.rows(of: report) { csv.append(row) } }
            input.csv = Array(csv.text.utf8)
        }
        return input
    }
}
