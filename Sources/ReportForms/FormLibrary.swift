#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The forms that reports are matched against.
public struct FormLibrary: Hashable, Sendable {
    /// Newest first: where two match alike, the newer one is taken.
    public let forms: [Form]
    /// The figures of each form, in the order of ``forms``.
    public let indicators: [[Form.Indicator]]

    public init(forms: [Form]) {
        self.forms = forms.sorted { $0.form > $1.form }
        indicators = self.forms.map(\.indicators)
    }

    /// The forms that come with the package.
    public static func builtIn() throws -> FormLibrary {
        try FormLibrary(forms: [PackageResources.form_2021_json, PackageResources.form_2019_json].map(decode))
    }

    /// A form from the content of its data file.
    public static func decode(_ bytes: [UInt8]) throws -> Form {
        try JSONDecoder().decode(Form.self, from: Data(bytes))
    }
}
