import ArgumentParser
import Nianbao

/// What every command that reads documents of older programs (DOC, XLS, RTF) takes about their conversion.
struct OfficeCommandOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Keep what LibreOffice has made of DOC, XLS and RTF files here, so that a file is converted once; ~/.cache/nianbao/office by default.",
            valueName: "folder"))
    var officeCache: String?

    @Flag(name: .customLong("no-office-cache"), help: "Neither use nor keep what was converted before.")
    var ignoresCache = false

    func validate() throws {
        if ignoresCache, officeCache != nil {
            throw ValidationError("Choose either --office-cache or --no-office-cache.")
        }
    }

    var options: OfficeOptions { OfficeOptions(cache: ignoresCache ? nil : officeCache ?? OfficeOptions.usualCache) }
}
