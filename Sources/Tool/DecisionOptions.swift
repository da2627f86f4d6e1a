import ArgumentParser
import Decisions
import FileAccess

/// What people have settled.
struct DecisionOptions: ParsableArguments {
    @Option(
        name: .customLong("decisions"), parsing: .singleValue,
        help: ArgumentHelp(
            "Lay the decisions of this file over what is read; may be given several times. nianbao review writes such files.",
            valueName: "file"))
    var files: [String] = []

    init() {}

    /// All decisions, and how many lines are none; each of these is told.
    func read() throws -> (book: DecisionBook, broken: Int) {
        var book = DecisionBook()
        var broken = 0
        for file in files {
            do throws(FileError) {
                for line in try DecisionFile.all(in: file) {
                    switch line {
                    case .success(let decision): book.add(decision)
                    case .failure(let error):
                        StandardStream.say(error.problem.description)
                        broken += 1
                    }
                }
            } catch {
                StandardStream.say(error.description)
                throw ExitCode(1)
            }
        }
        return (book, broken)
    }
}
