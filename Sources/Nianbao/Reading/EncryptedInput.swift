internal import FileAccess
internal import OfficeReader
internal import ReportStandard

/// A document of Word or Excel, or of what writes as they do, that was saved with a password.
struct EncryptedInput: DocumentInput {
    /// Most are; what it is is known when it is open.
    static let kind = Source.Kind.docx
    static let endings: Set<String> = []

    private let content: any DocumentInput

    static func evidence(in file: FileBytes) -> FormatEvidence? {
        CompoundFile(file.prefix(file.count))?.isEncryptedPackage ?? false ? .certain : nil
    }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) throws(ReadError) {
        guard let password = options.password, !password.isEmpty else {
            throw ReadError(
                .passwordNeeded, file: file.name, cause: "encrypted; give its password with --password")
        }
        guard let package = CompoundFile(file.prefix(file.count)).flatMap({ EncryptedPackage($0) }) else {
            throw ReadError(.damaged, file: file.name, cause: "an encrypted document that is not whole")
        }
        let bytes: [UInt8]
        do { bytes = try package.opened(password: password) } catch {
            throw ReadError(
                error.kind == .encrypted ? .wrongPassword : .damaged, file: file.name, cause: error.cause)
        }
        let opened = FileBytes(name: file.name, bytes)
        content = try InputFormats.format(of: opened).init(opened, options: options, engines: engines)
    }

    var canReadPictures: Bool { content.canReadPictures }

    func read(allPictures: Bool) throws(ReadError) -> ReadDocument { try content.read(allPictures: allPictures) }
}
