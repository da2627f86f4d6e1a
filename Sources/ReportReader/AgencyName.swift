internal import DocumentModel

/// What makes two printed names the same agency's: the letters and ideographs, whatever their width, script and spacing.
struct AgencyName: Hashable {
    private let letters: [Unicode.Scalar]

    init(_ name: String) {
        letters = folded(name).unicodeScalars.filter { !$0.isBlank }.map(simplifiedName)
    }
}
