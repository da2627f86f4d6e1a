import ArgumentParser
import Nianbao

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension OCROptions.Mode: ExpressibleByArgument {}

/// What every command that reads pages takes about their pictures.
struct OCRCommandOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read pages by their picture: auto (where text is missing or cannot be trusted), always or never.",
            valueName: "when"))
    var ocr: OCROptions.Mode = .auto

    @Option(
        help: ArgumentHelp(
            "The virtual environment with the recognition engine; $NIANBAO_OCR or ~/.local/share/nianbao/ocr by default.",
            valueName: "folder"))
    var ocrEnvironment: String?

    @Option(
        help: ArgumentHelp(
            "How many lines are recognised at once; as many as there are cores by default.", valueName: "number"))
    var ocrThreads: Int?

    @Option(
        help: ArgumentHelp(
            "Keep what was recognised here, so that a page is read once; ~/.cache/nianbao/ocr by default.",
            valueName: "folder"))
    var ocrCache: String?

    @Flag(name: .customLong("no-ocr-cache"), help: "Neither use nor keep what was recognised before.")
    var ignoresCache = false

    func validate() throws {
        if let ocrThreads, !(1...256).contains(ocrThreads) { throw ValidationError("--ocr-threads takes 1 to 256.") }
        if ignoresCache, ocrCache != nil { throw ValidationError("Choose either --ocr-cache or --no-ocr-cache.") }
    }

    var options: OCROptions {
        OCROptions(
            mode: ocr, environment: ocrEnvironment,
            threads: ocrThreads ?? ProcessInfo.processInfo.activeProcessorCount,
            cache: ignoresCache ? nil : ocrCache ?? OCROptions.usualCache)
    }
}
