internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A data file that people write: forms, and the words of reports. It is judged by its schema first, then by what a schema cannot say.
enum JudgedFile {
    static func bytes(path: String) throws(FormFileError) -> [UInt8] {
        do { return try Array(Data(contentsOf: URL(filePath: path))) } catch {
            throw FormFileError(path, "cannot be read")
        }
    }

    /// What a file says; `path` is for messages.
    ///
    /// - Parameter review: what is wrong with a value that its schema allows.
    /// - Throws: everything that is wrong with it, each with its place in the file.
    static func value<Value>(
        path: String, bytes: [UInt8], shape: JSONShape, decode: ([UInt8]) throws -> Value,
        review: (Value) -> [FormProblem]
    ) throws(FormFileError) -> Value {
        let json: JSONValue
        do { json = try JSONReader.value(of: bytes) } catch { throw FormFileError(path, error.description) }
        var problems = shape.problems(of: json)
        guard problems.isEmpty else { throw FormFileError(file: path, problems: problems) }
        let value: Value
        do { value = try decode(bytes) } catch { throw FormFileError(path, "\(error)") }
        problems = review(value)
        guard problems.isEmpty else { throw FormFileError(file: path, problems: problems) }
        return value
    }
}
