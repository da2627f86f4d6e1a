/// What the conversion of one file may cost.
public struct OfficeLimits: Hashable, Sendable {
    /// Of processor time.
    public var seconds: Double
    /// Of memory that is resident, in bytes.
    public var memory: Int

    public init(seconds: Double = 60, memory: Int = 1 << 30) { (self.seconds, self.memory) = (seconds, memory) }

    /// By the clock: a machine may have a lot to do.
    var patience: Duration { .seconds(min(max(3 * seconds, 120), 3600)) }
}
