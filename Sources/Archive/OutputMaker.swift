internal import Conversion
internal import ReportForms
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
            kinds: Set(run.outputs.map(\.kind)), table: FigureTable(forms: run.forms),
            order: FigureOrder(forms: run.forms), forms: run.forms, ledger: ledger)
        var lacking = 0
        var summary = ArchiveSummary()
        let width = run.pool.jobs * 8
        for start in stride(from: 0, to: states.count, by: width) {
            for input in try await rendered(start..<min(start + width, states.count), by: renderer) {
                for output in outputs { try output.append(input) }
                if case .failed(_, let cause) = input.content { step(.failed(file: input.file.path, cause: cause)) }
                let lacksTable = input.reports.contains { $0.findings.contains { $0.kind == .tableMissing } }
                if lacksTable { lacking += 1 }
                summary.add(input)
            }
        }
        for output in outputs { try output.finish() }
        summary.sort()
        try ledger.setSummary(summary)
        return lacking
    }

    private func output(_ target: OutputTarget) throws(OutputError) -> any ArchiveOutput {
        switch target.kind {
        case .folder: try FolderOutput(folder: target.path, places: readPlaces, ledger: ledger)
        case .ndjson: try LinesOutput(path: target.path)
        case .csv: try FiguresOutput(path: target.path, forms: run.forms)
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

    private func rendered(_ range: Range<Int>, by renderer: InputRenderer) async throws -> [RenderedInput] {
        try await withThrowingTaskGroup(of: (Int, RenderedInput).self) { group in
            var next = range.lowerBound
            func addNext() {
                guard next < range.upperBound else { return }
                let index = next
                next += 1
                let state = states[index]
                var first: InputFile?
                if case .duplicate(let place) = state { first = run.files[place] }
                let (file, original) = (run.files[index], first)
                group.addTask { (index, try renderer.rendered(file, state, first: original)) }
            }
            for _ in 0..<run.pool.jobs { addNext() }
            var inputs: [(Int, RenderedInput)] = []
            while let input = try await group.next() {
                inputs.append(input)
                addNext()
            }
            return inputs.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
