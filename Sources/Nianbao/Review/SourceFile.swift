package import FileAccess

/// Finds a file that was read before by its path: a plain file, or one in an archive.
package enum SourceFile {
    /// - Parameter sha256: of what was read; another content is not the file.
    /// - Throws: where it is not there any more, or has changed since.
    package static func bytes(path: String, sha256: String, password: String?) throws(ReadError) -> FileBytes {
        let file = try FileStatus(path)?.kind == .file ? FileBytes.reading(path) : member(path, password: password)
        guard file.sha256 == sha256 else {
            throw ReadError(.notFound, file: path, cause: "the file has changed since it was read; convert again")
        }
        return file
    }

    private static func member(_ path: String, password: String?) throws(ReadError) -> FileBytes {
        var archive = path
        while let slash = archive.lastIndex(of: "/"), slash != archive.startIndex {
            archive = String(archive[..<slash])
            guard FileStatus(archive)?.kind == .file else { continue }
            var found: FileBytes?
            try DocumentFiles(password: password).forEach(archive) { member in
                if found == nil, case .success(let file) = member, file.name == path { found = file }
            }
            if let found { return found }
            break
        }
        throw ReadError(.notFound, file: path, cause: "no such file; start where the conversion was made")
    }
}
