package import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An input with all that outputs need of it.
package struct LoadedInput: Sendable {
    package enum Content: Sendable {
        case reports([Report])
        case failed(name: String, detail: String)
        /// Not read; what ``SkipReason`` says.
        case skipped(name: String, detail: String)
        /// The path of the input with the same content.
        case duplicate(of: String)
    }

    package var file: InputFile
    package var content: Content
    /// Of its content in the ledger; nil where it is not read.
    package var key: String?
    /// What its reports have by themselves, and beside other reports of the run.
    package var findings: [LocatedFinding] = []
    /// Of its reports by their numbers: what the agency's report on the year before has for sure.
    var before: [Int: [IndicatorCode: Decimal]] = [:]
    /// Its reports as the ledger has them, a line each; nil where that calls the file by another name.
    var stored: [UInt8]?
    /// What a person may settle, of each of its reports.
    package var items: [[ReviewItem]] = []
    /// Decisions that its reports have, and those that are about another reading.
    var decided = 0
    var outdated = 0

    package var reports: [Report] { if case .reports(let reports) = content { reports } else { [] } }
}
