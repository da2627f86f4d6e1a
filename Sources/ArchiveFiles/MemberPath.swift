internal import TextReader

/// Paths of files in archives, as texts.
enum MemberPath {
    /// The path that a name in an archive means: parts between slashes, without `.` and `..`, so that it stays below the archive;
    /// nil where nothing is left.
    ///
    /// What programs for Windows write is in the encoding of its system, mostly GBK, and may have backslashes between its parts.
    static func path(of name: [UInt8]) -> String? {
        guard let text = try? DecodedText(name[...], declared: .gb18030).text else { return nil }
        let parts = text.split { $0 == "/" || $0 == "\\" }.filter { ![".", ".."].contains($0) }
        return parts.isEmpty || parts.last?.contains("\0") == true ? nil : parts.joined(separator: "/")
    }
}
