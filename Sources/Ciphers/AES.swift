internal import CNettle

/// Decryption by AES (FIPS 197), by nettle.
public enum AES {
    /// In bytes.
    public static let blockLength = 16

    /// - Parameters:
    ///   - bytes: whole blocks; a rest is left out.
    ///   - key: of 16, 24 or 32 bytes.
    ///   - vector: the block before the first one, for cipher block chaining; nil where each block stands by itself.
    /// - Returns: nil for a key or a vector of another length.
    public static func decrypted(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]?) -> [UInt8]? {
        guard [16, 24, 32].contains(key.count), vector.map({ $0.count == blockLength }) ?? true else { return nil }
        let length = bytes.count / blockLength * blockLength
        var result = [UInt8](repeating: 0, count: length)
        nianbao_aes_decrypt(key, key.count, vector ?? [], vector != nil ? 1 : 0, length, &result, bytes)
        return result
    }
}
