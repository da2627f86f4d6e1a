public import Decisions
public import ReportForms
internal import ReportStandard

/// What becomes of decisions where they are laid over a conversion.
public struct DecisionCheck: Sendable {
    public private(set) var applied = 0
    /// About another reading than there is now.
    public private(set) var outdated = 0
    /// About files that are not in the conversion.
    public private(set) var unknown = 0

    /// - Throws: ``ReviewError`` where the conversion cannot be read.
    public init(_ book: DecisionBook, ledger: String, forms: FormLibrary) throws(ReviewError) {
        let store = try ReviewStore(ledger: ledger, forms: forms)
        let review = ReportReview(forms: forms)
        for document in book.documents {
            let standing = book.standing(on: document)
            guard let entry = try store.entries(sha256: document.sha256, document: document.number).first else {
                unknown += standing.count
                continue
            }
            let outcome = review.applied(standing, to: try store.report(entry))
            applied += outcome.applied
            outdated += outcome.outdated
        }
    }
}
