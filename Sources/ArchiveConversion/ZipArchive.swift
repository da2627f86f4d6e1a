internal import TextReader
internal import ZipReader

/// The files of a zip archive by their names, and each one's bytes.
///
/// An archive is no better than who made it: names stay below it whatever they say, and it gives no more bytes than its size makes
/// likely.
struct ZipArchive {
    let path: String

    /// A file of the archive.
    struct Entry: Hashable, Sendable {
        /// Its place among all entries, from 0.
        var number: Int
        /// Its path in the archive: parts between slashes, without `.` and `..`.
        var path: String
    }

    /// All files, in the order of the archive, and why there are no more where it is damaged.
    func entries() -> (entries: [Entry], damage: String?) {
        var entries: [Entry] = []
        do throws(ZipError) {
            let reader = try ZipReader(path: path)
            var number = 0
            while let entry = try reader.next() {
                if entry.isFile, let path = Self.path(of: entry.name) {
                    entries.append(Entry(number: number, path: path))
                }
                number += 1
            }
            return (entries, nil)
        } catch {
            return (entries, error.cause)
        }
    }

    static func isNamed(_ name: String) -> Bool { name.lowercased().hasSuffix(".zip") }

    /// What programs for Windows write is in the encoding of its system, mostly GBK, and may have backslashes between its parts.
    static func path(of name: [UInt8]) -> String? {
        guard let text = try? DecodedText(name[...], declared: .gb18030).text else { return nil }
        let parts = text.split { $0 == "/" || $0 == "\\" }.filter { ![".", ".."].contains($0) }
        return parts.isEmpty || parts.last?.contains("\0") == true ? nil : parts.joined(separator: "/")
    }
}

/// The entries of one archive, read in their order.
final class ZipPass {
    let archive: String
    private let reader: ZipReader
    private var position = -1
    private var isEncrypted = false
    /// Why nothing more can be read.
    private var damage: ZipError?
    /// How many bytes it may still give.
    private var allowance: Int
    /// Of the entry: how many bytes it has given, and where in the archive it began.
    private var given = 0
    private var start = 0

    /// What an archive may give, whatever its size.
    private static let leastAllowance = 1 << 30
    /// How many times its size an archive, or an entry, may give. Reports are compressed already, and text shrinks to a tenth or a
    /// twentieth.
    private static let mostGrowth = 100
    /// What an entry may give, whatever its size.
    private static let leastOfEntry = 1 << 24

    init(archive: String, size: Int, password: String?) throws(ZipError) {
        self.archive = archive
        reader = try ZipReader(path: archive, password: password)
        allowance = max(Self.leastAllowance, size.multipliedReportingOverflow(by: Self.mostGrowth).partialValue)
    }

    /// Goes to an entry that has not been passed yet.
    ///
    /// - Parameter path: what it is called; an archive that has another one there is another archive by now.
    func go(to number: Int, path: String) throws(ZipError) {
        if let damage { throw damage }
        do throws(ZipError) {
            var entry: ZipEntry?
            while position < number {
                entry = try reader.next()
                guard entry != nil else { break }
                position += 1
            }
            guard let entry, ZipArchive.path(of: entry.name) == path else {
                throw ZipError(cause: "the archive has changed", isFatal: true)
            }
            isEncrypted = entry.isEncrypted
            (given, start) = (0, reader.consumed)
        } catch {
            damage = error
            throw error
        }
    }

    /// The next bytes of the entry; empty at its end.
    func bytes() throws(ZipError) -> [UInt8] {
        // What an entry gives beyond all likelihood is its own fault; those after it are read.
        guard given <= max(Self.leastOfEntry, Self.mostGrowth * (reader.consumed - start)) else {
            throw tooMuch("unpacks")
        }
        // Entries may lie over each other, each of them likely.
        guard allowance > 0 else { throw tooMuch("is in an archive that unpacks") }
        do throws(ZipError) {
            let bytes = try reader.bytes(1 << 16)
            allowance -= bytes.count
            given += bytes.count
            return bytes
        } catch {
            if error.isFatal { damage = error }
            let hint = isEncrypted ? "encrypted; --password gives its password: " : ""
            throw ZipError(cause: hint + error.cause, isFatal: error.isFatal)
        }
    }

    private func tooMuch(_ what: String) -> ZipError {
        ZipError(
            cause: "\(what) to more than \(Self.mostGrowth) times its size; unpack it if it is what it seems",
            isFatal: false)
    }
}
