internal import FileAccess
internal import ReportStandard
internal import TextReader

/// Turns the bytes of a file into text, and notes what made no sense.
struct InputText {
    /// The name of the file.
    let file: String
    private(set) var findings: [Finding] = []

    init(of file: FileBytes) { self.file = file.name }

    /// True where every character is what the file has.
    var isCertain: Bool { !findings.contains { $0.kind == .textUntrusted } }

    /// - Parameter declared: what is said about the bytes outside of them.
    mutating func text(
        of bytes: ArraySlice<UInt8>, declared: TextEncoding? = nil
    ) throws(ReadError) -> DecodedText {
        do {
            let text = try DecodedText(bytes, declared: declared)
            if text.undecodable > 0 {
                findings.append(
                    Finding(.textUntrusted, [.encoding: text.encoding.rawValue, .count: String(text.undecodable)]))
            }
            return text
        } catch {
            let cause =
                switch error {
                case .noText: "neither a PDF nor text in an encoding that is known"
                case .noConverter(let encoding): "the system cannot convert text in \(encoding.rawValue)"
                }
            throw ReadError(.unknownFormat, file: file, cause: cause)
        }
    }

    /// All of a file that is text, without what goes on without end.
    mutating func wholeText(of file: FileBytes) throws(ReadError) -> String {
        let (text, left) = try text(of: file.prefix(file.count)).withoutEndlessLines()
        if left > 0 { findings.append(Finding(.pageDamaged, [.count: String(left)])) }
        return text
    }

    mutating func note(_ finding: Finding) { findings.append(finding) }
}
