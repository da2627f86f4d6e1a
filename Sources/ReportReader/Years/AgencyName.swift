internal import DocumentModel

/// What makes two printed names the same agency's: the letters and ideographs, whatever their width, script and spacing.
package struct AgencyName: Hashable {
    private let letters: [Unicode.Scalar]

    package init(_ name: String) {
        letters = folded(name).unicodeScalars.filter { !$0.isBlank }.map(simplifiedName)
    }

    /// The same for every name of the agency.
    package var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
