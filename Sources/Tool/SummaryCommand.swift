import ArchiveConversion
import ArgumentParser
import FileAccess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct SummaryCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Say what a conversion has found: by year, form and level of the agency.",
        discussion: """
            Takes the first output of a nianbao convert that has come to its end. "complete" is the part of the forms' figures \
            that are known (printed, recovered, or blank); "failed" counts checks of the reports' own arithmetic that do not hold; \
            "outliers" are figures far from those of comparable reports, or from the year before.

            --html makes one page with charts, the findings, the outliers and the files that failed, in Chinese and English. It \
            needs no network, and may be sent to others.

            --decisions counts what people have settled since as "reviewed"; without it the summary is that of the run.

            Exit codes: 0 all well, 1 no finished conversion, 64 wrong usage.

            Examples
              nianbao summary figures.sqlite
              nianbao summary figures.sqlite --html summary.html
              nianbao summary json/ --format json | jq '.groups[] | [.year, .form, .documents]'
            """)

    @Argument(help: ArgumentHelp("The first output of a conversion, or its ledger.", valueName: "output"))
    var converted: String

    @Option(help: "table (for people) or json.")
    var format: Format = .table

    @Option(help: ArgumentHelp("Write a web page to this file instead.", valueName: "path"))
    var html: String?

    @OptionGroup var decisions: DecisionOptions
    @OptionGroup var forms: FormOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if html != nil, output.output != nil { throw ValidationError("--html names its own file; leave --output out.") }
    }

    func run() async throws {
        do {
            guard let path = Conversion.ledgerPath(of: converted), let summary = try await summary(path) else {
                StandardStream.say(
                    "\(converted): no conversion has come to its end here; name its first output, or its ledger")
                throw ExitCode(1)
            }
            if let html {
                try OutputOptions(path: html).write(summary.page(in: language.forPeople))
            } else {
                try output.write(format == .table ? summary.table(in: language.forPeople) : summary.json)
            }
        } catch let error as OutputError {
            StandardStream.say("\(error.path): cannot be read: \(error.cause)")
            throw ExitCode(1)
        }
    }

    private func summary(_ path: String) async throws -> ArchiveSummary? {
        guard !decisions.files.isEmpty else { return try ArchiveSummary(ledger: path) }
        return try await ArchiveSummary(
            ledger: path, decisions: try decisions.read().book, forms: try forms.library(),
            jobs: ProcessInfo.processInfo.activeProcessorCount)
    }
}
