import ArchiveConversion
import ArgumentParser
import Decisions
import FileAccess
import Nianbao
import ReportStandard
import Review

struct DecisionsCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, ndjson }

    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "List, count and merge what people have settled.",
        discussion: """
            Takes the first output of a conversion, whose decisions stand beside it, or files of decisions. Says how many there are, by \
            whom, how many are about another reading than there is now, and where people do not agree. Of one person the latest \
            decision on a figure counts, of several people the latest stands.

            --merge adds what files of others hold to the conversion's own; nothing is ever taken out of it.

            Exit codes: 0 all well, 1 a file cannot be read or written, 2 people disagree, or lines are no decisions, 64 wrong usage.

            Examples
              nianbao decisions figures.sqlite
              nianbao decisions figures.sqlite --merge from-li.ndjson --merge from-wang.ndjson
              nianbao decisions figures.sqlite --list --format ndjson
              nianbao decisions a.ndjson b.ndjson --conflicts
            """)

    @Argument(help: ArgumentHelp("A conversion, or files of decisions.", valueName: "input"))
    var inputs: [String]

    @Option(
        name: .customLong("merge"), parsing: .singleValue,
        help: ArgumentHelp("Add the decisions of this file; may be given several times.", valueName: "file"))
    var merged: [String] = []

    @Flag(help: "List the decisions that stand.")
    var list = false

    @Flag(help: "List only where people do not agree.")
    var conflicts = false

    @Option(help: "table (for people) or ndjson (a decision a line).")
    var format: Format = .table

    @OptionGroup var forms: FormOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name a conversion, or files of decisions.") }
        if !merged.isEmpty, inputs.count != 1 { throw ValidationError("--merge adds to one file or conversion.") }
    }

    func run() async throws {
        let ledger = inputs.count == 1 ? Conversion.ledgerPath(of: inputs[0]) : nil
        let files = ledger == nil ? inputs : [Conversion.decisionsPath(of: inputs[0])]
        if let own = files.first, !merged.isEmpty { try merge(into: own) }
        var options = DecisionOptions()
        options.files = ledger == nil ? files : files.filter { FileStatus($0) != nil }
        let (book, broken) = try options.read()
        let check = try await check(book, ledger: ledger)
        try output.write(try text(book, check))
        if broken > 0 || !book.conflicts.isEmpty { throw ExitCode(2) }
    }

    /// Adds to a file what it does not have.
    private func merge(into own: String) throws {
        do throws(FileError) {
            var known = Set<Decision>()
            if FileStatus(own) != nil {
                for line in try DecisionFile.all(in: own) {
                    if case .success(let decision) = line { known.insert(decision) }
                }
            }
            for file in merged {
                let added = try DecisionFile.all(in: file).compactMap { line -> Decision? in
                    guard case .success(let decision) = line, known.insert(decision).inserted else { return nil }
                    return decision
                }
                for case .failure(let error) in try DecisionFile.all(in: file) {
                    StandardStream.say(error.problem.description)
                }
                if !added.isEmpty { try DecisionFile.append(added, to: own) }
                StandardStream.say("\(file): \(added.count) added to \(own)")
            }
        } catch {
            StandardStream.say(error.description)
            throw ExitCode(1)
        }
    }

    private func check(_ book: DecisionBook, ledger: String?) async throws -> DecisionCheck? {
        guard let ledger else { return nil }
        do { return try DecisionCheck(book, ledger: ledger, forms: try forms.library()) } catch let error as ReviewError
        {
            StandardStream.say(error.message[language.forPeople])
            throw ExitCode(1)
        }
    }

    private func text(_ book: DecisionBook, _ check: DecisionCheck?) throws -> String {
        let listed = conflicts ? book.conflicts.flatMap(\.self) : book.allStanding
        if format == .ndjson { return try listed.map { try JSONText.line($0) + "\n" }.joined() }
        let table = DecisionTable(book: book, language: language.forPeople)
        if conflicts { return table.conflicts }
        return table.counts(check.map { ($0.applied, $0.outdated, $0.unknown) }) + (list ? "\n" + table.list : "")
            + (book.conflicts.isEmpty ? "" : "\n" + table.conflicts)
    }
}
