internal import ArchiveReader

/// The entries of one archive, read in their order and within what the outermost archive may give.
final class ArchivePass {
    /// Where it is in the archives around it: the places of the entries on the way down.
    let place: [Int]
    /// As it is named in messages.
    let name: String
    let format: ArchiveFormat
    private let reader: ArchiveReader
    private let allowance: ArchiveAllowance
    /// Of the entry that is being read, among all entries; -1 before the first one.
    private(set) var position = -1
    private(set) var entry: ArchiveEntry?
    /// Why nothing more can be read.
    private(set) var damage: ArchiveError?
    /// Of the entry: how many bytes it has given, where in the archive it began, and those that were only looked at.
    private var given = 0
    private var start = 0
    private var head: [UInt8] = []
    private var isAtEnd = true

    init(
        path: String, name: String, place: [Int], format: ArchiveFormat, password: String?, allowance: ArchiveAllowance
    ) throws(ArchiveError) {
        (self.name, self.place, self.format, self.allowance) = (name, place, format, allowance)
        reader = try ArchiveReader(path: path, format: format, password: password)
    }

    /// The file that is the whole of what was compressed.
    var isSingleFile: Bool { format.isCompression && reader.isSingleFile }

    /// Goes to the next entry; false at the end.
    func next() throws(ArchiveError) -> Bool {
        if let damage { throw damage }
        do throws(ArchiveError) {
            try passOver()
            entry = try reader.next()
        } catch {
            damage = error
            throw error
        }
        guard entry != nil else { return false }
        position += 1
        guard allowance.takeEntry() else {
            let error = ArchiveError(
                cause: "more than \(allowance.limits.mostEntries) files; unpack it if it is what it seems",
                isFatal: true)
            damage = error
            throw error
        }
        (given, start, head, isAtEnd) = (0, reader.consumed, [], false)
        return true
    }

    /// The beginning of the entry, which is still to be read: `count` bytes, or all there are.
    func beginning(_ count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
        while head.count < count, case let more = try take(count - head.count), !more.isEmpty { head += more }
        return head.prefix(count)
    }

    /// The next bytes of the entry; empty at its end.
    func bytes() throws(ArchiveError) -> [UInt8] {
        guard head.isEmpty else {
            defer { head = [] }
            return head
        }
        return try take(1 << 16)
    }

    /// Where entries are compressed together, what is left out has to be unpacked all the same, and counts.
    private func passOver() throws(ArchiveError) {
        guard format != .zip, format != .tar else { return }
        while !isAtEnd {
            guard !allowance.isUsedUp else { throw tooMuch("unpacks", isFatal: true) }
            do throws(ArchiveError) { if try read(1 << 16).isEmpty { return } } catch {
                if error.isFatal { throw error }
                return
            }
        }
    }

    private func take(_ count: Int) throws(ArchiveError) -> [UInt8] {
        let limits = allowance.limits
        // What an entry gives beyond all likelihood is its own fault; those after it are read.
        guard given <= max(limits.leastOfEntry, limits.mostGrowth * (reader.consumed - start)) else {
            throw tooMuch("unpacks", isFatal: false)
        }
        // Entries may lie over each other, each of them likely.
        guard !allowance.isUsedUp else { throw tooMuch("is in an archive that unpacks", isFatal: false) }
        do throws(ArchiveError) { return try read(count) } catch {
            if error.isFatal { damage = error }
            let isEncrypted = entry?.isEncrypted ?? false
            let hint = isEncrypted ? Self.encryptionHint(format) : ""
            throw ArchiveError(cause: hint + error.cause, isFatal: error.isFatal)
        }
    }

    private func read(_ count: Int) throws(ArchiveError) -> [UInt8] {
        let bytes = try reader.bytes(count)
        isAtEnd = bytes.isEmpty
        allowance.take(bytes.count)
        given += bytes.count
        return bytes
    }

    private static func encryptionHint(_ format: ArchiveFormat) -> String {
        format == .zip
            ? "encrypted; --password gives its password: "
            : "encrypted, which is opened in zip archives only; unpack it with its password: "
    }

    private func tooMuch(_ what: String, isFatal: Bool) -> ArchiveError {
        ArchiveError(
            cause:
                "\(what) to more than \(allowance.limits.mostGrowth) times its size; unpack it if it is what it seems",
            isFatal: isFatal)
    }
}
