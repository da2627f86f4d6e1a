import ArgumentParser

/// How a long run tells what it does, on standard error.
struct LogOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// A line that is written over on a terminal, plain lines elsewhere.
        case text
        /// An object a line.
        case json
    }

    @Option(name: .customLong("log-format"), help: "How progress is told: text or json (an object a line).")
    var format: Format = .text

    @Flag(name: [.short, .long], help: "Tell nothing but errors.")
    var quiet = false
}
