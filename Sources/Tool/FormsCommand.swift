import ArgumentParser
import FileAccess
import Nianbao
import ReportForms

struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "List, show and check forms: the data files that say what a report prints where.",
        discussion: """
            A form is a JSON file; nianbao schema --form prints its JSON Schema. extract, draw and indicators take a folder \
            of such files with --forms.

            Examples
              nianbao forms list
              nianbao forms show 2014 > my-form.json
              nianbao forms check my-form.json
              nianbao forms words > forms/words.json
            """,
        subcommands: [
            FormsListCommand.self, FormsShowCommand.self, FormsCheckCommand.self, FormsWordsCommand.self,
        ])
}

struct FormsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the forms, as CSV: name, title, source, numbers of tables and figures, file.")

    @OptionGroup var forms: FormOptions
    @OptionGroup var output: OutputOptions

    func run() throws { try output.write(CodeBook.list(of: forms.files())) }
}

struct FormsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a form's data file.")

    @Argument(help: "The form's name, such as 2021.")
    var name: String

    @OptionGroup var forms: FormOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let files = try forms.files()
        guard let file = files.first(where: { $0.form.form == name }) else {
            throw ValidationError("No form \(name). Known forms: \(files.map(\.form.form).joined(separator: ", ")).")
        }
        try output.write(file.text)
    }
}

struct FormsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check forms' data files.",
        discussion: """
            Says for each file what it holds, or a line a problem with its place in the file, a JSONPath. Asks for JSON, for \
            the keys of the schema and no others, for codes that are there once, for checks that stand for figures, and for \
            labels that can be told apart. A file named words.json is checked as one of words.

            Exit codes: 0 all files are good, 2 at least one is not, 64 wrong usage.
            """)

    @Argument(help: ArgumentHelp("Forms' data files.", valueName: "file"))
    var files: [String]

    func validate() throws {
        if files.isEmpty { throw ValidationError("Name at least one form's file.") }
    }

    func run() throws {
        var failures = 0
        var lines = ""
        for path in files {
            do throws(FormFileError) {
                lines += "\(path): \(try Self.content(of: path))\n"
            } catch {
                StandardStream.say(error)
                failures += 1
            }
        }
        try StandardStream.output.write(Array(lines.utf8))
        if failures > 0 { throw ExitCode(2) }
    }
    /// What a good file holds.
    private static func content(of path: String) throws(FormFileError) -> String {
        if FileName(path).last == ReportWords.fileName {
            _ = try ReportWords(path: path)
            return "words"
        }
        let form = try FormFile(path: path).form
        return "form \(form.form), \(form.indicators.count) figures"
    }
}

struct FormsWordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Print the words that belong to no form: units, words for none, words of titles and names.",
        discussion: """
            The file that comes with the tool. Changed and saved as words.json in the folder that --forms names, it takes the \
            place of these; nianbao schema --words prints its JSON Schema.
            """)

    @OptionGroup var output: OutputOptions

    func run() throws { try output.write(ReportWords.builtInText) }
}
