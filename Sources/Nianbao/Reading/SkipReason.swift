package import ArchiveFiles
package import FileAccess

/// Why a file is not read, though nothing is wrong with it.
public struct SkipReason: Hashable, Sendable {
    public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        /// Of a kind that is not read.
        case unknownKind = "unknown_kind"
        /// What an office program keeps beside a document while somebody writes it.
        case lockFile = "lock_file"
        /// Its name, or that of a folder that it is in, begins with a dot.
        case hidden
        /// Without a byte, or an archive without a file.
        case empty
        /// To a folder that it is in itself.
        case directoryLink = "directory_link"
        /// To something in its archive, or outside.
        case link
        /// A pipe, a socket, a device.
        case special
        /// An archive with too many around it.
        case tooDeep = "too_deep"
    }

    public var name: Name
    /// What it is, and what to do where there is something to do.
    public var detail: String
    /// It may be a report that was not read.
    public var mayBeReport: Bool

    package init(_ name: Name, _ detail: String, mayBeReport: Bool = false) {
        (self.name, self.detail, self.mayBeReport) = (name, detail, mayBeReport)
    }

    package init(_ foreign: ForeignFile) {
        self.init(.unknownKind, foreign.description, mayBeReport: foreign.mayHoldReport)
    }

    /// - Parameter name: of a file without a byte; one that is called as reports are may have been one.
    package static func empty(_ name: String) -> SkipReason {
        SkipReason(.empty, "the file is empty", mayBeReport: InputFormats.isNamedAsReport(name))
    }

    /// What its content says; nil for a file to read, and for one that is broken.
    package init?(of file: FileBytes) {
        switch try? FileKind(of: file) {
        case .empty: self = .empty(file.name)
        case .foreign(let foreign): self.init(foreign)
        case .document, .archive, nil: return nil
        }
    }

    /// What a name alone says; nil for a file to look at.
    ///
    /// - Parameter name: the last part of a path.
    package init?(name: some StringProtocol) {
        if name.hasPrefix("~$") || name.hasPrefix(".~lock.") {
            self.init(.lockFile, "a file that an office program keeps while somebody has a document open")
        } else if name.hasPrefix(".") {
            self.init(.hidden, "its name begins with a dot")
        } else {
            return nil
        }
    }

    /// What the path of a file in an archive says; nil for a file to look at.
    package init?(inside path: String) {
        let parts = path.split(separator: "/")
        if let last = parts.last, let reason = SkipReason(name: last) {
            self = reason
        } else if let hidden = parts.dropLast().first(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) {
            self.init(.hidden, "in the hidden folder \(hidden)")
        } else {
            return nil
        }
    }

    /// What an archive says of a file in it; nil for a file to look at, and for an archive that is damaged.
    ///
    /// - Parameter depth: how many archives may be one in another.
    package init?(_ kind: ArchiveMember.Kind, depth: Int) {
        switch kind {
        case .file, .damaged: return nil
        case .link: self.init(.link, "a link in an archive")
        case .special: self.init(.special, "a device or a pipe in an archive")
        case .empty: self.init(.empty, "an archive without a file in it")
        case .tooDeep:
            self.init(
                .tooDeep, "an archive with \(depth) archives around it is not opened; see --depth, or unpack it",
                mayBeReport: true)
        }
    }
}
