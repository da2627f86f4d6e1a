internal import PopplerContent
internal import Posix

/// The PDF library itself, beyond any document.
enum PDFLibrary {
    static var version: String { String(cString: pc_library_version()) }

    /// To be called before a document is opened; all calls but the first do nothing.
    static func initialise() { started }

    /// With the maps of Chinese fonts that came with the program, if any did.
    private static let started: Void = {
        if let data = RunningProgram.data("poppler") { pc_initialise(data) } else { pc_initialise(nil) }
    }()
}
