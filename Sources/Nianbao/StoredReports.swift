public import FileAccess
public import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reports that were extracted before: JSON, one report or an array of them, or a report a line.
public enum StoredReports {
    /// True where the content is JSON by its first character; a web page, a PDF or prose begins with another one.
    public static func isStored(_ bytes: FileBytes) -> Bool {
        // Not a Markdown link or checkbox: what follows the bracket of an array is an object.
        let start = bytes.prefix(4096).trimmingByteOrderMark.filter { !$0.isJSONBlank }
        return start.starts(with: "{\"".utf8) || start.starts(with: "[{\"".utf8) || start.elementsEqual("[]".utf8)
    }

    /// The reports in `bytes`.
    ///
    /// - Throws: ``ReadError`` with the line of the first that is none.
    public static func reports(in bytes: FileBytes) throws(ReadError) -> [Report] {
        let content = bytes.prefix(bytes.count).trimmingByteOrderMark
        if let reports = try? decode(content) { return reports }
        let lines = content.lines
        var reports: [Report] = []
        let isOnePerLine = lines.count { $0.first == UInt8(ascii: "{") } > 1
        for (index, line) in (isOnePerLine ? lines : [content]).enumerated() where !line.allSatisfy(\.isJSONBlank) {
            do {
                reports += try decode(line)
            } catch {
                let place = isOnePerLine ? "line \(index + 1): " : ""
                throw ReadError(
                    .unknownFormat, file: bytes.name,
                    cause: "\(place)no report of the schema \(Report.schema): \(cause(of: error))")
            }
        }
        return reports
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) throws -> [Report] {
        let isArray = bytes.first { !$0.isJSONBlank } == UInt8(ascii: "[")
        let decoder = JSONDecoder()
        return isArray
            ? try decoder.decode([Report].self, from: Data(bytes))
            : [try decoder.decode(Report.self, from: Data(bytes))]
    }

    private static func cause(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let context: DecodingError.Context
        switch error {
        case .dataCorrupted(let found), .keyNotFound(_, let found), .typeMismatch(_, let found),
            .valueNotFound(_, let found):
            context = found
        @unknown default: return "\(error)"
        }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
}

extension UInt8 {
    /// White space of JSON (RFC 8259, section 2).
    fileprivate var isJSONBlank: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingByteOrderMark: ArraySlice<UInt8> {
        starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    }
}
