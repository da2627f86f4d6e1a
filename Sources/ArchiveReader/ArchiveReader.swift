internal import CLibArchive

/// Goes through the entries of an archive, one after the other, and never has more than a piece of one in memory.
///
/// By libarchive. It reads zip archives that have lost their directory too, and unpacks nothing to the disk.
public final class ArchiveReader {
    private let handle: OpaquePointer  // one owned reference

    /// Opens the archive at `path`.
    ///
    /// - Parameters:
    ///   - format: what it is; nothing else is tried.
    ///   - password: for encrypted entries.
    public init(path: String, format: ArchiveFormat, password: String? = nil) throws(ArchiveError) {
        handle = try Self.newHandle(format)
        if let password, !password.isEmpty { archive_read_add_passphrase(handle, password) }
        guard archive_read_open_filename(handle, path, 1 << 16) == ARCHIVE_OK else { throw failure(isFatal: true) }
    }

    /// Opens an archive in memory, which stays where it is for as long as the reader is used.
    package init(_ bytes: UnsafeRawBufferPointer, format: ArchiveFormat) throws(ArchiveError) {
        handle = try Self.newHandle(format)
        guard archive_read_open_memory(handle, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
            throw failure(isFatal: true)
        }
    }

    deinit { archive_read_free(handle) }

    private static func newHandle(_ format: ArchiveFormat) throws(ArchiveError) -> OpaquePointer {
        if let loadFailure { throw ArchiveError(cause: loadFailure, isFatal: true) }
        guard let handle = archive_read_new() else { throw ArchiveError(cause: "no memory", isFatal: true) }
        switch format {
        case .zip: archive_read_support_format_zip(handle)
        case .rar:
            archive_read_support_format_rar(handle)
            archive_read_support_format_rar5(handle)
        case .sevenZip: archive_read_support_format_7zip(handle)
        case .tar: archive_read_support_format_tar(handle)
        case .cab: archive_read_support_format_cab(handle)
        case .lha: archive_read_support_format_lha(handle)
        case .gzip: archive_read_support_filter_gzip(handle)
        case .bzip2: archive_read_support_filter_bzip2(handle)
        case .xz: archive_read_support_filter_xz(handle)
        case .zstd: archive_read_support_filter_zstd(handle)
        case .compress: archive_read_support_filter_compress(handle)
        }
        if format.isCompression {
            archive_read_support_format_tar(handle)
            archive_read_support_format_raw(handle)
        }
        return handle
    }

    /// True where what was compressed is no tar archive, but a file by itself; known with the first entry.
    public var isSingleFile: Bool { archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW }

    /// Why libarchive cannot be used; nil where it is loaded.
    private static let loadFailure: String? = nb_libarchive_load().map { String(cString: $0) }

    /// The next entry; nil at the end. What was not read of the one before is left out.
    public func next() throws(ArchiveError) -> ArchiveEntry? {
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
        return ArchiveEntry(
            name: name.map(bytesOfName) ?? [], kind: Self.kind(of: entry),
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
    }

    private static func kind(of entry: OpaquePointer) -> ArchiveEntry.Kind {
        if archive_entry_hardlink(entry) != nil { return .link }
        switch archive_entry_filetype(entry) {
        // Formats without types of entries have files only.
        case 0o100000, 0: return .file
        case 0o040000: return .folder
        case 0o120000: return .link
        default: return .special
        }
    }

    /// The next bytes of the entry, at most `count`; empty at its end.
    public func bytes(_ count: Int) throws(ArchiveError) -> [UInt8] {
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

    private func failure(isFatal: Bool) -> ArchiveError {
        ArchiveError(
            cause: archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged", isFatal: isFatal)
    }
}

/// Not as a `String`: it may be in any encoding.
private func bytesOfName(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    while text[bytes.count] != 0 { bytes.append(UInt8(bitPattern: text[bytes.count])) }
    return bytes
}
