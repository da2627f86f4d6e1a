internal import Decisions
internal import Nianbao
internal import ReportForms

/// One kind of output of a run: a file of its own, and a line in ``OutputTarget/kinds``.
///
/// What an input adds is made of many inputs side by side, and taken in their order. What it writes is there whole at the end, or not.
protocol ArchiveOutput: Actor {
    /// What an input adds.
    associatedtype Piece: Sendable

    /// Endings of its files' names, without the dot, the usual one first; none for a folder.
    static var endings: [String] { get }
    /// What it holds, in a line of help.
    static var summary: String { get }
    /// All files that one at `path` writes.
    static func files(at path: String) -> [String]

    init(path: String, of run: OutputContext) throws(OutputError)

    /// What `input` adds; called for several inputs at the same time.
    nonisolated func render(_ input: LoadedInput) throws -> Piece
    /// Takes what the next input adds.
    func append(_ piece: Piece) throws(OutputError)
    func finish() throws(OutputError)
    /// Takes away what is not whole, where the run fails: a process that ends waits for no object to be released.
    func giveUp()
}

extension ArchiveOutput {
    static func files(at path: String) -> [String] { [path] }

    /// ``render(_:)``, with what takes its piece when it is the input's turn.
    nonisolated func prepare(_ input: LoadedInput) throws -> @Sendable () async throws -> Void {
        let piece = try render(input)
        return { try await self.append(piece) }
    }
}

/// What outputs know of their run.
struct OutputContext: Sendable {
    let files: [InputFile]
    let states: [InputState]
    let forms: FormLibrary
    let ledger: Ledger
    /// The version of the tool.
    let tool: String
    let figures: FigureTable
    /// What people have settled.
    let decisions: DecisionBook

    init(
        files: [InputFile], states: [InputState], forms: FormLibrary, ledger: Ledger, tool: String,
        decisions: DecisionBook = DecisionBook()
    ) {
        self.files = files
        self.states = states
        self.forms = forms
        self.ledger = ledger
        self.tool = tool
        self.decisions = decisions
        figures = FigureTable(forms: forms)
    }

    /// Where in a folder the files go that were read.
    var readPlaces: Set<String> {
        get throws(OutputError) {
            var places = Set<String>()
            for (file, state) in zip(files, states) {
                if case .content(let key) = state, let entry = try ledger.entry(key), entry.failure == nil {
                    places.insert(file.place)
                }
            }
            return places
        }
    }
}
