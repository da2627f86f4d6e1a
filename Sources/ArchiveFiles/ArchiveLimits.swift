/// What may be taken out of an archive and of those in it. An archive is no better than who made it.
public struct ArchiveLimits: Hashable, Sendable {
    /// How many archives may be one in another, the outermost counted.
    public var depth = 3
    /// How many times its size an archive, or an entry, may give. Reports are compressed already, and text shrinks to a tenth or a
    /// twentieth.
    public var mostGrowth = 100
    /// What an archive may give with all archives in it, whatever its size: bytes.
    public var leastOfArchive = 1 << 30
    /// What an entry may give, whatever its size: bytes.
    public var leastOfEntry = 1 << 24
    /// How many files and folders may be in an archive with all archives in it.
    public var mostEntries = 250_000

    public init() {}
}

/// What is left of the limits: of an archive with all archives in it.
final class ArchiveAllowance {
    let limits: ArchiveLimits
    private var bytes: Int
    private var entries: Int

    /// - Parameter size: of the outermost archive.
    init(_ limits: ArchiveLimits, size: Int) {
        self.limits = limits
        let likely = size.multipliedReportingOverflow(by: limits.mostGrowth)
        bytes = likely.overflow ? .max : max(limits.leastOfArchive, likely.partialValue)
        entries = limits.mostEntries
    }

    var isUsedUp: Bool { bytes <= 0 }

    func take(_ count: Int) { bytes -= count }

    /// False where there are more entries than anybody packs.
    func takeEntry() -> Bool {
        entries -= 1
        return entries >= 0
    }
}
