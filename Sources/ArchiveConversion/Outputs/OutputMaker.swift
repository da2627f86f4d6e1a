internal import Nianbao
internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// Makes the outputs of a run from its ledger.
struct OutputMaker {
    let run: ArchiveRun
    let ledger: Ledger
    let states: [InputState]

    /// - Returns: how many files lack a table of their form.
    func make(step: (ArchiveRun.Step) -> Void) async throws -> Int {
        let context = OutputContext(files: run.files, states: states, forms: run.forms, ledger: ledger, tool: run.tool)
        let outputs = try run.outputs.map { target -> any ArchiveOutput in
            step(.writing(path: target.path))
            return try target.kind.init(path: target.path, of: context)
        }
        do { return try await fill(outputs, from: InputLoader(context), step: step) } catch {
            for output in outputs { await output.giveUp() }
            throw error
        }
    }

    /// - Returns: how many files lack a table of their form.
    private func fill(
        _ outputs: [any ArchiveOutput], from loader: InputLoader, step: (ArchiveRun.Step) -> Void
    ) async throws -> Int {
        let years = try await years(loader)
        var lacking = 0
        var summary = SummaryBuilder(forms: run.forms)
        var files: [Ledger.File] = []
        try await forEach(
            making: { index in
                let input = try loader.input(index, years: years)
                return (input, try outputs.map { try $0.prepare(input) })
            },
            take: { index, made in
                let (input, pieces) = made
                for append in pieces { try await append() }
                switch input.content {
                case .failed(_, let cause): step(.failed(file: input.file.path, cause: cause))
                case .skipped(_, let cause):
                    if case .skipped(let reason) = states[index], reason.mayBeReport {
                        step(.skipped(file: input.file.path, cause: cause))
                    }
                case .reports, .duplicate: break
                }
                if input.reports.contains(where: { $0.findings.contains { $0.kind == .tableMissing } }) { lacking += 1 }
                summary.add(input)
                files.append(Ledger.File(input))
            })
        for output in outputs { try await output.finish() }
        try ledger.setFiles(files)
        try ledger.setSummary(summary.finished())
        return lacking
    }

    /// Which reports belong together.
    private func years(_ loader: InputLoader) async throws -> AgencyYears<InputLoader.Place> {
        var years = AgencyYears<InputLoader.Place>()
        try await forEach(
            making: { try loader.headings($0) },
            take: { index, headings in
                for (number, heading) in headings.enumerated() {
                    years.add(.init(input: index, report: number), agency: heading.agency, year: heading.year)
                }
            })
        return years
    }

    /// Makes something of every input, as many at the same time as the run has jobs, and takes it in the order of the inputs; only a
    /// few wait for it.
    private func forEach<Value: Sendable>(
        making make: @escaping @Sendable (Int) throws -> Value, take: (Int, Value) async throws -> Void
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
                    try await take(next, value)
                    next += 1
                }
            }
        }
    }
}
