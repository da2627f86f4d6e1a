internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An input with all that outputs need of it.
struct LoadedInput: Sendable {
    enum Content: Sendable {
        case reports([Report])
        case failed(name: String, detail: String)
        /// Not read; what ``SkipReason`` says.
        case skipped(name: String, detail: String)
        /// The path of the input with the same content.
        case duplicate(of: String)
    }

    var file: InputFile
    var content: Content
    /// What its reports have by themselves, and beside other reports of the run.
    var findings: [LocatedFinding] = []
    /// Of its reports by their numbers: what the agency's report on the year before has for sure.
    var before: [Int: [IndicatorCode: Decimal]] = [:]
    /// Its reports as the ledger has them, a line each; nil where that calls the file by another name.
    var stored: [UInt8]?

    var reports: [Report] { if case .reports(let reports) = content { reports } else { [] } }
}
