import ArgumentParser
import Conversion
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
            """,
        subcommands: [FormsListCommand.self, FormsShowCommand.self, FormsCheckCommand.self])
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
            labels that can be told apart.

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
                let form = try FormFile(path: path).form
                lines += "\(path): form \(form.form), \(form.indicators.count) figures\n"
            } catch {
                StandardStream.say(error)
                failures += 1
            }
        }
        try StandardStream.output.write(Array(lines.utf8))
        if failures > 0 { throw ExitCode(2) }
    }
}
