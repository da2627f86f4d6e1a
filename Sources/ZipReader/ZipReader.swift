internal import CLibArchive

/// Goes through the entries of a zip archive, one after the other, and never has more than a piece of one in memory.
///
/// By libarchive. It reads archives that have lost their directory too, and unpacks nothing to the disk.
public final class ZipReader {
    private let handle: OpaquePointer  // one owned reference

    /// Opens the archive at `path`.
    ///
    /// - Parameter password: for encrypted entries.
    public init(path: String, password: String? = nil) throws(ZipError) {
        if let cause = Self.loadFailure { throw ZipError(cause: cause, isFatal: true) }
        guard let handle = archive_read_new() else { throw ZipError(cause: "no memory", isFatal: true) }
        self.handle = handle
        archive_read_support_format_zip(handle)
        if let password, !password.isEmpty { archive_read_add_passphrase(handle, password) }
        guard archive_read_open_filename(handle, path, 1 << 16) == ARCHIVE_OK else { throw failure(isFatal: true) }
    }

    /// Opens an archive in memory, which stays where it is for as long as the reader is used.
    init(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
        if let cause = Self.loadFailure { throw ZipError(cause: cause, isFatal: true) }
        guard let handle = archive_read_new() else { throw ZipError(cause: "no memory", isFatal: true) }
        self.handle = handle
        archive_read_support_format_zip(handle)
        guard archive_read_open_memory(handle, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
            throw failure(isFatal: true)
        }
    }

    deinit { archive_read_free(handle) }

    /// Why libarchive cannot be used; nil where it is loaded.
    private static let loadFailure: String? = nb_libarchive_load().map { String(cString: $0) }

    /// The next entry; nil at the end. What was not read of the one before is left out.
    public func next() throws(ZipError) -> ZipEntry? {
        var made: locale_t?
        let before = nianbao_use_utf8(&made)
        defer { nianbao_use_locale_again(before, made) }
        var entry: OpaquePointer?
        switch archive_read_next_header(handle, &entry) {
        case ARCHIVE_EOF: return nil
        case ARCHIVE_OK, ARCHIVE_WARN: break
        default: throw failure(isFatal: true)
        }
        guard let entry else { throw failure(isFatal: true) }
        let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
        return ZipEntry(
            name: name.map(bytesOfName) ?? [], isFile: archive_entry_filetype(entry) == 0o100000,
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
    }

    /// The next bytes of the entry, at most `count`; empty at its end.
    public func bytes(_ count: Int) throws(ZipError) -> [UInt8] {
        var received = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            received = archive_read_data(handle, buffer.baseAddress, buffer.count)
            used = max(0, received)
        }
        guard received >= 0 else { throw failure(isFatal: received <= Int(ARCHIVE_FATAL)) }
        return bytes
    }

    /// How many bytes of the archive have been read for what has been given.
    public var consumed: Int { Int(archive_filter_bytes(handle, -1)) }

    private func failure(isFatal: Bool) -> ZipError {
        ZipError(cause: archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged", isFatal: isFatal)
    }
}

/// Not as a `String`: it may be in any encoding.
private func bytesOfName(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    while text[bytes.count] != 0 { bytes.append(UInt8(bitPattern: text[bytes.count])) }
    return bytes
}
