import ArgumentParser
import ReportForms

/// Which forms a command works with: those that come with the tool, and those of a folder.
struct FormOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Add the forms of this folder's *.json files; one with the name of a known form takes its place. A file words.json \
            takes the place of the words that belong to no form.
            """,
            valueName: "folder"))
    var forms: String?

    /// The files of all forms, those that are overridden left out.
    func files() throws -> [FormFile] {
        let builtIn = try FormFile.builtIn()
        guard let forms else { return builtIn }
        do throws(FormFileError) {
            return FormFile.withoutOverridden(builtIn + (try FormFile.files(in: forms)))
        } catch {
            StandardStream.say(error)
            throw ExitCode(64)
        }
    }

    func library() throws -> FormLibrary { try FormLibrary(files: files(), words: words()) }

    /// The words of the folder; nil for those that come with the tool.
    private func words() throws -> ReportWords? {
        guard let forms else { return nil }
        do throws(FormFileError) { return try ReportWords.words(in: forms) } catch {
            StandardStream.say(error)
            throw ExitCode(64)
        }
    }
}

extension StandardStream {
    /// What is wrong with a form's file, a line a problem.
    static func say(_ error: FormFileError) {
        for line in error.description.split(separator: "\n") { say(String(line)) }
    }
}
