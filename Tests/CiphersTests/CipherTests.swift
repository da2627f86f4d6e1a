import Ciphers
import Testing

@Suite("Digests and ciphers")
struct CipherTests {
    private func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.count, by: 2).compactMap { place in
            UInt8(hexadecimal.dropFirst(place).prefix(2), radix: 16)
        }
    }

    @Test(
        "digests are those of the standard's examples",
        arguments: [
            (Digest.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                .sha384,
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
            ),
            (
                .sha512,
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
            ),
        ])
    func digests(digest: Digest, expected: String) {
        #expect(digest.digest(Array("abc".utf8)) == bytes(expected))
        #expect(digest.digest([]).count == digest.length)
    }

    @Test(
        "a block is decrypted as in the standard's examples (FIPS 197, appendix C)",
        arguments: [
            ("000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a"),
            ("000102030405060708090a0b0c0d0e0f1011121314151617", "dda97ca4864cdfe06eaf70a0ec0d7191"),
            (
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "8ea2b7ca516745bfeafc49904b496089"
            ),
        ])
    func blocks(key: String, encrypted: String) {
        let plain = bytes("00112233445566778899aabbccddeeff")
        #expect(AES.decrypted(bytes(encrypted), key: bytes(key), vector: nil) == plain)
        // A chain begins with its vector, and goes on with the block before.
        let vector = [UInt8](repeating: 0x11, count: 16)
        let twice = AES.decrypted(bytes(encrypted + encrypted), key: bytes(key), vector: vector)
        #expect(twice == plain.map { $0 ^ 0x11 } + zip(plain, bytes(encrypted)).map { $0 ^ $1 })
    }

    @Test("a key of another length opens nothing, and what is no whole block is left out")
    func lengths() {
        let key = [UInt8](repeating: 1, count: 16)
        #expect(AES.decrypted(key, key: Array(key.prefix(15)), vector: nil) == nil)
        #expect(AES.decrypted(key, key: key, vector: [1]) == nil)
        #expect(AES.decrypted(key + [1, 2], key: key, vector: nil)?.count == 16)
    }
}
