internal import Ciphers
internal import XMLTree

/// A package that a password keeps closed ([MS-OFFCRYPTO], sections 2.3.4.5 to 2.3.4.13).
public struct EncryptedPackage {
    private let info: [UInt8]
    private let package: [UInt8]

    /// The password may be tried this often in a row of digests; more is no document, but an attack on who opens it.
    private static let mostSpins = 2_000_000

    /// - Returns: nil where the file is none.
    public init?(_ file: CompoundFile) {
        guard file.isEncryptedPackage, let info = file.stream("EncryptionInfo"),
            let package = file.stream("EncryptedPackage")
        else { return nil }
        (self.info, self.package) = (info, package)
    }

    /// The package.
    ///
    /// - Throws: ``OfficeError`` of the kind `encrypted` where the password is another one, or the encryption is not known.
    public func opened(password: String) throws(OfficeError) -> [UInt8] {
        guard info.count >= 8, package.count >= 8 else {
            throw OfficeError(kind: .damaged, cause: "an encrypted document that is not whole")
        }
        let version = (major: Int(info[0]) | Int(info[1]) << 8, minor: Int(info[2]) | Int(info[3]) << 8)
        let text = password.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let size = (0..<8).reduce(UInt64(0)) { $0 | UInt64(package[$1]) << (8 * UInt64($1)) }
        let body = Array(package.dropFirst(8))
        let content =
            switch (version.major, version.minor) {
            case (4, 4): try AgileEncryption(Array(info.dropFirst(8)), mostSpins: Self.mostSpins).opened(body, text)
            case (2...4, 2): try StandardEncryption(Array(info.dropFirst(8))).opened(body, text)
            default:
                throw OfficeError(
                    kind: .encrypted, cause: "an encryption that is not known; save it without its password")
            }
        return Array(content.prefix(Int(clamping: size)))
    }
}

/// What both kinds have in common.
private enum Encryption {
    static let wrong = OfficeError(kind: .encrypted, cause: "encrypted, and the password given does not open it")
    static let unknown = OfficeError(
        kind: .encrypted, cause: "an encryption that is not known; save it without its password")

    /// The digest of a salt and a password, again and again with a count.
    static func spun(_ digest: Digest, salt: [UInt8], password: [UInt8], count: Int) -> [UInt8] {
        var value = digest.digest(salt + password)
        for number in 0..<count { value = digest.digest(littleEndian(number) + value) }
        return value
    }

    static func littleEndian(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
}

/// Agile encryption: an XML file says which digest and cipher.
private struct AgileEncryption {
    private struct Parameters {
        var digest: Digest
        var salt: [UInt8]
        /// In bytes.
        var keyLength: Int
    }

    private let data: Parameters
    private let key: Parameters
    private let spins: Int
    private let verifier: [UInt8]
    private let verifierDigest: [UInt8]
    private let encryptedKey: [UInt8]

    init(_ xml: [UInt8], mostSpins: Int) throws(OfficeError) {
        let root: XMLElement?
        do { root = try XMLTree.parsed(xml, prefixes: Self.prefixes).root } catch { throw Encryption.unknown }
        guard let root, let data = root.first("e:keyData"),
            let key = root.elements(in: "e:keyEncryptors").lazy.compactMap({ $0.first("p:encryptedKey") }).first,
            let spins = key["spinCount"].flatMap({ Int($0) }), (0...mostSpins).contains(spins),
            let dataParameters = Self.parameters(data), let keyParameters = Self.parameters(key),
            let verifier = Self.bytes(key, "encryptedVerifierHashInput"),
            let verifierDigest = Self.bytes(key, "encryptedVerifierHashValue"),
            let encryptedKey = Self.bytes(key, "encryptedKeyValue")
        else { throw Encryption.unknown }
        (self.data, self.key, self.spins) = (dataParameters, keyParameters, spins)
        (self.verifier, self.verifierDigest, self.encryptedKey) = (verifier, verifierDigest, encryptedKey)
    }

    func opened(_ package: [UInt8], _ password: [UInt8]) throws(OfficeError) -> [UInt8] {
        let spun = Encryption.spun(key.digest, salt: key.salt, password: password, count: spins)
        func decrypted(_ bytes: [UInt8], _ block: [UInt8]) -> [UInt8] {
            let own = Self.fitted(key.digest.digest(spun + block), to: key.keyLength)
            return AES.decrypted(bytes, key: own, vector: Self.fitted(key.salt, to: AES.blockLength)) ?? []
        }
        let input = decrypted(verifier, [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79])
        let expected = decrypted(verifierDigest, [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E])
        guard !input.isEmpty, expected.starts(with: key.digest.digest(input)) else { throw Encryption.wrong }
        let secret = decrypted(encryptedKey, [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6])
        var content: [UInt8] = []
        content.reserveCapacity(package.count)
        // Pieces of 4096 bytes, each with a vector of its own.
        for (number, start) in stride(from: 0, to: package.count, by: 4096).enumerated() {
            let vector = Self.fitted(
                data.digest.digest(data.salt + Encryption.littleEndian(number)), to: AES.blockLength)
            let piece = Array(package[start..<min(start + 4096, package.count)])
            guard let plain = AES.decrypted(piece, key: Array(secret.prefix(data.keyLength)), vector: vector) else {
                throw Encryption.unknown
            }
            content += plain
        }
        return content
    }

    private static let prefixes = [
        "http://schemas.microsoft.com/office/2006/encryption": "e",
        "http://schemas.microsoft.com/office/2006/keyEncryptor/password": "p",
    ]

    private static func parameters(_ element: XMLElement) -> Parameters? {
        guard element["cipherAlgorithm"] == "AES", element["cipherChaining"] == "ChainingModeCBC",
            element["blockSize"] == "16", let digest = element["hashAlgorithm"].flatMap({ Digest(rawValue: $0) }),
            let bits = element["keyBits"].flatMap({ Int($0) }), [128, 192, 256].contains(bits),
            let salt = bytes(element, "saltValue")
        else { return nil }
        return Parameters(digest: digest, salt: salt, keyLength: bits / 8)
    }

    /// Cut to a length, or filled up.
    private static func fitted(_ bytes: [UInt8], to length: Int) -> [UInt8] {
        Array((bytes + [UInt8](repeating: 0x36, count: max(0, length - bytes.count))).prefix(length))
    }

    private static func bytes(_ element: XMLElement, _ name: String) -> [UInt8]? { element[name].flatMap(base64) }

    private static func base64(_ text: String) -> [UInt8]? {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var (bits, count, result) = (0, 0, [UInt8]())
        for byte in text.utf8 where byte != UInt8(ascii: "=") {
            guard let value = digits.firstIndex(of: byte) else { return nil }
            (bits, count) = ((bits << 6 | value) & 0xFFFF, count + 6)
            guard count >= 8 else { continue }
            count -= 8
            result.append(UInt8(bits >> count & 0xFF))
        }
        return result
    }
}

/// Standard encryption: SHA-1 and AES with blocks that stand by themselves.
private struct StandardEncryption {
    private let keyLength: Int
    private let salt: [UInt8]
    private let verifier: [UInt8]
    private let verifierDigest: [UInt8]

    /// - Parameter info: behind version and flags: a header, and a verifier.
    init(_ info: [UInt8]) throws(OfficeError) {
        func number(_ place: Int) -> Int {
            place + 4 <= info.count ? (0..<4).reduce(0) { $0 | Int(info[place + $1]) << (8 * $1) } : -1
        }
        let header = number(0)
        let start = 4 + header
        // AES with keys of 128, 192 and 256 bits.
        guard (0x660E...0x6610).contains(number(12)), [0, 0x8004].contains(number(16)), (32...4096).contains(header),
            number(start) == 16, start + 72 <= info.count, [128, 192, 256].contains(number(20))
        else { throw Encryption.unknown }
        keyLength = number(20) / 8
        salt = Array(info[(start + 4)..<(start + 20)])
        verifier = Array(info[(start + 20)..<(start + 36)])
        verifierDigest = Array(info[(start + 40)..<(start + 72)])
    }

    func opened(_ package: [UInt8], _ password: [UInt8]) throws(OfficeError) -> [UInt8] {
        let spun = Encryption.spun(.sha1, salt: salt, password: password, count: 50_000)
        let last = Digest.sha1.digest(spun + Encryption.littleEndian(0))
        func half(_ mask: UInt8) -> [UInt8] {
            Digest.sha1.digest((0..<64).map { mask ^ ($0 < last.count ? last[$0] : 0) })
        }
        let key = Array((half(0x36) + half(0x5C)).prefix(keyLength))
        guard let input = AES.decrypted(verifier, key: key, vector: nil),
            let expected = AES.decrypted(verifierDigest, key: key, vector: nil),
            expected.starts(with: Digest.sha1.digest(input))
        else { throw Encryption.wrong }
        return AES.decrypted(package, key: key, vector: nil) ?? []
    }
}
