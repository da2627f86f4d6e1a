import ArgumentParser
import ReportStandard

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Language: ExpressibleByArgument {}

/// The language of findings.
struct LanguageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of messages: zh or en. Without it, text for people follows the locale (LC_ALL, LC_MESSAGES, LANG), and data is in English, so that the same input gives the same bytes everywhere.",
            valueName: "language"))
    var language: Language?

    /// For what people read: lists, summaries, standard error.
    var forPeople: Language { language ?? Language(environment: ProcessInfo.processInfo.environment) }

    /// What the environment asks for.
    static var ofEnvironment: Language { Language(environment: ProcessInfo.processInfo.environment) }

    /// For JSON and CSV.
    var forData: Language { language ?? .english }
}

extension Wording {
    /// Where something stands.
    static func page(_ number: Int) -> Wording { Wording(zh: "第\(number)页", en: "page \(number)") }
}
