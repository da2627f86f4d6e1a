internal import FileAccess
internal import LibreOffice

/// Converts documents of older programs, each content once.
final class OfficeEngine: Sendable {
    private let options: OfficeOptions
    private let cache: ConversionCache?
    private let converter: OfficeConverter

    init(_ options: OfficeOptions) {
        self.options = options
        cache = options.cache.map { ConversionCache(path: $0) }
        converter = OfficeConverter(
            limits: OfficeLimits(seconds: options.time.seconds, memory: options.memory))
    }

    /// What LibreOffice makes of a file.
    func converted(_ file: FileBytes, by filter: OfficeFilter) throws(ReadError) -> [UInt8] {
        guard let program = OfficeProgram.installed else {
            throw ReadError(.unreadable, file: file.name, cause: OfficeProgram.hint)
        }
        let key = cache?.key(content: file.sha256, filter: filter.rawValue, program: program.identity)
        if let key, let kept = cache?.document(key) { return kept }
        do throws(OfficeFailure) {
            let made = try converter.convert(Array(file.prefix(file.count)), by: filter, with: program)
            if let key { cache?.keep(made, key) }
            return made
        } catch {
            throw ReadError(.damaged, file: file.name, cause: cause(error))
        }
    }

    private func cause(_ failure: OfficeFailure) -> String {
        switch failure {
        case .notStarted(let cause): "LibreOffice cannot be started: \(cause)"
        case .unreadable: "LibreOffice cannot read it: it is damaged"
        case .crashed: "LibreOffice crashed over it, twice"
        case .outOfTime: "LibreOffice took more than \(Int(options.time.seconds)) s of processor time over it, twice"
        case .outOfMemory: "LibreOffice took more memory than \(options.memory >> 20) MiB over it, twice"
        }
    }
}
