internal import Conversion
internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// Something that takes inputs one after the other and is there whole at the end.
protocol ArchiveOutput {
    func append(_ input: RenderedInput) throws(OutputError)
    func finish() throws(OutputError)
}

/// Makes the outputs of a run from its ledger.
struct OutputMaker {
    let run: ArchiveRun
    let ledger: Ledger
    let states: [InputState]

    /// - Returns: how many files lack a table of their form.
    func make(step: (ArchiveRun.Step) -> Void) async throws -> Int {
        let outputs = try run.outputs.map { target in
            step(.writing(target))
            return try output(target)
        }
        let renderer = InputRenderer(
            files: run.files, states: states, kinds: Set(run.outputs.map(\.kind)), forms: run.forms, ledger: ledger)
        var years = AgencyYears<InputRenderer.Place>()
        try await forEach(
            making: { try renderer.headings($0) },
            take: { index, headings in
                for (number, heading) in headings.enumerated() {
                    years.add(.init(input: index, report: number), agency: heading.agency, year: heading.year)
                }
            })
        var lacking = 0
        var summary = SummaryBuilder(forms: run.forms)
        try await forEach(
            making: { [years] in try renderer.rendered($0, years: years) },
            take: { _, input in
                for output in outputs { try output.append(input) }
                if case .failed(_, let cause) = input.content { step(.failed(file: input.file.path, cause: cause)) }
                if input.reports.contains(where: { $0.findings.contains { $0.kind == .tableMissing } }) { lacking += 1 }
                summary.add(input)
            })
        for output in outputs { try output.finish() }
        try ledger.setSummary(summary.finished())
        return lacking
    }

    private func output(_ target: OutputTarget) throws(OutputError) -> any ArchiveOutput {
        switch target.kind {
        case .folder:
            try FolderOutput(
                folder: target.path, findingsPath: target.findingsPath, places: readPlaces, ledger: ledger)
        case .ndjson: try LinesOutput(path: target.path, findingsPath: target.findingsPath)
        case .csv: try FiguresOutput(path: target.path, findingsPath: target.findingsPath, forms: run.forms)
        case .sqlite: try DatabaseOutput(path: target.path, forms: run.forms, tool: run.tool)
        case .xlsx: try WorkbookOutput(path: target.path, forms: run.forms)
        }
    }

    /// Where in a folder the files go that were read.
    private var readPlaces: Set<String> {
        get throws(OutputError) {
            var places = Set<String>()
            for (file, state) in zip(run.files, states) {
                if case .content(let key) = state, let entry = try ledger.entry(key), entry.failure == nil {
                    places.insert(file.place)
                }
            }
            return places
        }
    }

    /// Makes something of every input, as many at the same time as the run has jobs, and takes it in the order of the inputs; only a
    /// few wait for it.
    private func forEach<Value: Sendable>(
        making make: @escaping @Sendable (Int) throws -> Value, take: (Int, Value) throws -> Void
    ) async throws {
        let width = run.pool.jobs * 4
        try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            var waiting: [Int: Value] = [:]
            var next = 0
            var begun = 0
            var made = 0
            while next < states.count {
                while begun < states.count, begun < next + width, begun < made + run.pool.jobs {
                    let index = begun
                    begun += 1
                    group.addTask { (index, try make(index)) }
                }
                guard let (index, value) = try await group.next() else { break }
                made += 1
                waiting[index] = value
                while let value = waiting.removeValue(forKey: next) {
                    try take(next, value)
                    next += 1
                }
            }
        }
    }
}
