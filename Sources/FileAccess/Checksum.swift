internal import CNettle

/// SHA-256 of bytes that come in pieces (FIPS 180-4), by nettle, which uses what the processor has for it.
public struct Checksum: Sendable {
    private var context = sha256_ctx()

    public init() { nettle_sha256_init(&context) }

    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    }

    /// Lower-case hexadecimal of all bytes so far.
    public var hexadecimal: String {
        var context = context
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nianbao_sha256_digest(&context, &digest)
        return String(
            decoding: digest.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Of bytes that are all there.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        var checksum = Checksum()
        checksum.update(bytes)
        return checksum.hexadecimal
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
