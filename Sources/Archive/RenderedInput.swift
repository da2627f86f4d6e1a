internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An input with all that outputs need of it.
struct RenderedInput: Sendable {
    enum Content: Sendable {
        case reports([Report])
        case failed(name: String, detail: String)
        /// The path of the input with the same content.
        case duplicate(of: String)
    }

    var file: InputFile
    var content: Content
    /// What its reports have by themselves, and beside other reports of the run.
    var findings: [LocatedFinding] = []
    /// Of its reports by their numbers: what the agency's report on the year before has for sure.
    var before: [Int: [IndicatorCode: Decimal]] = [:]
    /// A report a line.
    var ndjson: [UInt8] = []
    /// A file of its own.
    var json: [UInt8] = []
    /// Rows of figures, without a header.
    var csv: [UInt8] = []
    /// A finding a line of JSON.
    var findingLines: [UInt8] = []
    /// A finding a row of CSV, without a header.
    var findingRows: [UInt8] = []

    var reports: [Report] { if case .reports(let reports) = content { reports } else { [] } }
}
