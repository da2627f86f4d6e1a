import ArgumentParser

/// What every command that opens files takes.
struct InputOptions: ParsableArguments {
    @Option(help: "Password for encrypted files, the owner's or the user's.")
    var password: String?
}
