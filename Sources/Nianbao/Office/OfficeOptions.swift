internal import LibreOffice

/// With what documents of older programs (DOC, XLS, RTF) are converted.
public struct OfficeOptions: Hashable, Sendable {
    /// Where conversions are kept, so that a file is converted once; nil keeps none.
    public var cache: String?
    /// Processor time that the conversion of one file may take.
    public var time: Duration
    /// Memory that it may take, in bytes.
    public var memory: Int

    public init(
        cache: String? = OfficeOptions.usualCache, time: Duration = .seconds(60), memory: Int = 1 << 30
    ) {
        (self.cache, self.time, self.memory) = (cache, time, memory)
    }

    /// `nianbao/office` in the user's folder for caches; nil where the user has none.
    public static var usualCache: String? { UserFolder.cache("office") }

    /// What decides, besides the files, what is read of those that are converted.
    public var signature: String { OfficeProgram.installed?.identity ?? "no LibreOffice" }
}
