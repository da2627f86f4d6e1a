public import Nianbao

/// How far a conversion has come. What counts is recorded.
public struct RunCount: Hashable, Sendable {
    /// Files that were found.
    public var files = 0
    /// Files looked at so far: read, failed, known from before, the same as another one, or skipped.
    public var seen: Int { read + failed + known + knownFailed + duplicates + skipped }
    /// Read by this run.
    public var read = 0
    /// Given up by this run.
    public var failed = 0
    /// Read by an earlier run.
    public var known = 0
    /// Given up by an earlier run.
    public var knownFailed = 0
    /// With the content of another file.
    public var duplicates = 0
    /// Not to be read, by the reason.
    public private(set) var skips: [SkipReason.Name: Int] = [:]
    /// Of those that are not read, how many may be reports.
    public private(set) var unread = 0
    /// Files that are to be read or were, by what they are; duplicates too.
    public var kinds: [String: Int] = [:]
    /// Files with figures in doubt.
    public var suspect = 0
    /// Reports in all files that were read.
    public var reports = 0
    /// Files that could be read, but of which only the reports say that a table is missing; found when the outputs are written.
    public var lacking = 0

    public var allFailed: Int { failed + knownFailed }
    public var allRead: Int { read + known }

    public var skipped: Int { skips.values.reduce(0, +) }

    mutating func skip(_ reason: SkipReason) {
        skips[reason.name, default: 0] += 1
        if reason.mayBeReport { unread += 1 }
    }

    public init(files: Int = 0) { self.files = files }
}
