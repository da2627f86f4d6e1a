internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Decision: Codable {
    private enum Keys: String, CodingKey {
        case sha256, document, code, was, value, decision, by, at, note
    }

    /// The value is always written, null where there is none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(subject.sha256, forKey: .sha256)
        try container.encode(subject.document, forKey: .document)
        try container.encode(subject.code, forKey: .code)
        try container.encode(was, forKey: .was)
        try container.encode(value, forKey: .value)
        try container.encode(kind, forKey: .decision)
        try container.encode(by, forKey: .by)
        try container.encode(at, forKey: .at)
        try container.encodeIfPresent(note, forKey: .note)
    }

    /// - Throws: where a member is missing, or says what cannot be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self.init(
            try container.decode(Kind.self, forKey: .decision),
            of: Subject(
                sha256: try container.decode(String.self, forKey: .sha256),
                document: try container.decode(Int.self, forKey: .document),
                code: try container.decode(IndicatorCode.self, forKey: .code)),
            was: try container.decode(Review.Reading.self, forKey: .was),
            value: try container.decodeIfPresent(Decimal.self, forKey: .value),
            by: try container.decode(String.self, forKey: .by), at: try container.decode(String.self, forKey: .at),
            note: try container.decodeIfPresent(String.self, forKey: .note))
        if let cause = fault {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: cause))
        }
    }

    /// What is wrong with it; nil for nothing.
    package var fault: String? {
        let digits = Set("0123456789abcdef")
        guard subject.sha256.count == 64, subject.sha256.allSatisfy(digits.contains) else {
            return "sha256 is no SHA-256 in lower-case hexadecimal"
        }
        guard subject.document >= 1 else { return "document is numbered from 1" }
        guard !subject.code.path.isEmpty else { return "code names no figure" }
        guard was.status != .reviewed else { return "was is what the tool had read, not what a person decided" }
        guard !by.isEmpty else { return "by names nobody" }
        guard date != nil else { return "at is no date with time and zone as in ISO 8601" }
        switch kind {
        case .corrected where value == nil: return "corrected, but no value"
        case .confirmed where value != was.value: return "confirmed, but with another value than was read"
        case .blank where value != nil: return "blank, but with a value"
        default: return nil
        }
    }
}
