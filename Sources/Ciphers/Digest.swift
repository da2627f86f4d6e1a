internal import CNettle

/// Digests that encrypted documents use (FIPS 180-4), by nettle.
public enum Digest: String, Hashable, Sendable, CaseIterable {
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"

    /// In bytes.
    public var length: Int {
        switch self {
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    public func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: length)
        switch self {
        case .sha1: nianbao_sha1(bytes, bytes.count, &result)
        case .sha256: nianbao_sha256(bytes, bytes.count, &result)
        case .sha384: nianbao_sha384(bytes, bytes.count, &result)
        case .sha512: nianbao_sha512(bytes, bytes.count, &result)
        }
        return result
    }
}
