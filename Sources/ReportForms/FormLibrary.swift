/// The forms that reports are matched against.
public struct FormLibrary: Hashable, Sendable {
    /// Newest first: where two match alike, the newer one is taken.
    public let forms: [Form]
    /// The figures of each form, in the order of ``forms``.
    public let indicators: [[Form.Indicator]]
    /// Words of the reports' language that belong to no form.
    public let words: ReportWords

    /// - Parameter words: nil for those that come with the package.
    public init(forms: [Form], words: ReportWords? = nil) throws {
        self.words = try words ?? .builtIn()
        self.forms = forms.sorted { $0.form > $1.form }
        indicators = self.forms.map(\.indicators)
    }

    /// - Parameters:
    ///   - files: of two with the same name the later one is taken.
    ///   - words: nil for those that come with the package.
    public init(files: [FormFile], words: ReportWords? = nil) throws {
        try self.init(forms: FormFile.withoutOverridden(files).map(\.form), words: words)
    }

    /// The forms that come with the package.
    public static func builtIn() throws -> FormLibrary { try FormLibrary(files: FormFile.builtIn()) }

    /// A form from the content of its data file. Only what a form needs is asked for; ``FormFile`` judges a file strictly.
    public static func decode(_ bytes: [UInt8]) throws -> Form { try FormFile.decode(bytes) }
}
