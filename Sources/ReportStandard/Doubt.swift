/// Why a figure is not certain.
public enum Doubt: String, Hashable, Sendable, Codable, CaseIterable {
    /// Two readings of the same place do not agree.
    case readingsDiffer = "readings_differ"
    /// The text comes from a part of the file that is damaged.
    case damagedText = "damaged_text"
}
