internal import ReportStandard
internal import Synchronization

/// The reports that were taken from the ledger last: an agency's reports on other years are mostly near each other, and one that is
/// there need not be decoded again to be compared.
final class RecentReports: Sendable {
    private struct State {
        var reports: [InputLoader.Place: Report] = [:]
        /// The oldest first.
        var order: [InputLoader.Place] = []
    }

    private let state = Mutex(State())
    private let most: Int

    /// - Parameter most: how many are kept.
    init(most: Int) { self.most = most }

    subscript(place: InputLoader.Place) -> Report? { state.withLock { $0.reports[place] } }

    func keep(_ report: Report, _ place: InputLoader.Place) {
        state.withLock { state in
            guard state.reports.updateValue(report, forKey: place) == nil else { return }
            state.order.append(place)
            if state.order.count > most { state.reports[state.order.removeFirst()] = nil }
        }
    }
}
