internal import Nianbao
internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// Makes the outputs of a run from its ledger.
struct OutputMaker {
    let run: ArchiveRun
    let ledger: Ledger
    let states: [InputState]

    /// What is known of the reports once the outputs are there.
    struct Count {
        /// Files that lack a table of their form.
        var lacking = 0
        var decided = 0
        var outdated = 0
    }

    func make(step: (ArchiveRun.Step) -> Void) async throws -> Count {
        let context = OutputContext(
            files: run.files, states: states, forms: run.forms, ledger: ledger, tool: run.tool, decisions: run.decisions
        )
        let outputs = try run.outputs.map { target -> any ArchiveOutput in
            step(.writing(path: target.path))
            return try target.kind.init(path: target.path, of: context)
        }
        do { return try await fill(outputs, from: InputLoader(context), step: step) } catch {
            for output in outputs { await output.giveUp() }
            throw error
        }
    }

    private func fill(
        _ outputs: [any ArchiveOutput], from loader: InputLoader, step: (ArchiveRun.Step) -> Void
    ) async throws -> Count {
        let years = try await loader.years(of: states.count, jobs: run.pool.jobs)
        var count = Count()
        var summary = SummaryBuilder(forms: run.forms)
        var files: [Ledger.File] = []
        var reports: [Ledger.StoredReport] = []
        try await inOrder(
            0..<states.count, jobs: run.pool.jobs,
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
                if input.reports.contains(where: { $0.findings.contains { $0.kind == .tableMissing } }) {
                    count.lacking += 1
                }
                count.decided += input.decided
                count.outdated += input.outdated
                summary.add(input)
                files.append(Ledger.File(input))
                reports += Ledger.StoredReport.all(of: input, number: files.count)
            })
        for output in outputs { try await output.finish() }
        try ledger.setFiles(files)
        try ledger.setReports(reports)
        try ledger.setSummary(summary.finished())
        return count
    }
}
