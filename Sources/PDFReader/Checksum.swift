internal import CPoppler

/// SHA-256 of bytes that come in pieces, by glib's `GChecksum`.
public final class Checksum {
    private let handle: OpaquePointer?  // one owned reference

    public init() { handle = g_checksum_new(G_CHECKSUM_SHA256) }

    deinit { g_checksum_free(handle) }

    public func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { g_checksum_update(handle, $0.baseAddress, gssize($0.count)) }
    }

    /// Lower-case hexadecimal of all bytes so far. After it nothing can be added.
    public var hexadecimal: String { g_checksum_get_string(handle).map { String(cString: $0) } ?? "" }
}
