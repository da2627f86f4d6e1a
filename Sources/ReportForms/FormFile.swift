internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A form with the data file that describes it.
///
/// The format is that of ``FormSchema``; <doc:WritingAForm> explains it.
public struct FormFile: Hashable, Sendable {
    /// nil for a form that comes with the package.
    public let path: String?
    /// The file as it is.
    public let text: String
    public let form: Form

    /// The forms that come with the package. These are tested, not judged again.
    public static func builtIn() throws -> [FormFile] {
        try [
            PackageResources.form_2008_json, PackageResources.form_2014_json, PackageResources.form_2019_json,
            PackageResources.form_2021_json,
        ].map { bytes in
            FormFile(path: nil, text: String(decoding: bytes, as: UTF8.self), form: try decode(bytes))
        }
    }

    /// Reads and judges a file.
    ///
    /// - Throws: everything that is wrong with it, each with its place in the file.
    public init(path: String) throws(FormFileError) {
        try self.init(path: path, bytes: JudgedFile.bytes(path: path))
    }

    /// A file that is in memory; `path` is for messages.
    public init(path: String, bytes: [UInt8]) throws(FormFileError) {
        let form = try JudgedFile.value(
            path: path, bytes: bytes, shape: .form, decode: Self.decode, review: { FormReview($0).problems })
        self.init(path: path, text: String(decoding: bytes, as: UTF8.self), form: form)
    }

    private init(path: String?, text: String, form: Form) {
        self.path = path
        self.text = text
        self.form = form
    }

    /// The forms of a folder: its `*.json` files but that of words (``ReportWords/fileName``), by name, folders inside it left out.
    ///
    /// - Throws: what is wrong with the first file that is no form, or that there is neither a form nor a file of words; two files
    ///   may not describe the same form.
    public static func files(in folder: String) throws(FormFileError) -> [FormFile] {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw FormFileError(folder, "is no folder that can be read")
        }
        var files: [FormFile] = []
        for name in names.filter({ $0.hasSuffix(".json") && $0 != ReportWords.fileName }).sorted() {
            let file = try FormFile(path: folder.hasSuffix("/") ? folder + name : folder + "/" + name)
            if let other = files.first(where: { $0.form.form == file.form.form }) {
                throw FormFileError(
                    file: file.path ?? name,
                    problems: [
                        FormProblem(
                            place: "$.form", message: "the form \(file.form.form) is in \(other.path ?? "") already")
                    ])
            }
            files.append(file)
        }
        if files.isEmpty, !names.contains(ReportWords.fileName) {
            throw FormFileError(folder, "holds no form, no *.json")
        }
        return files
    }

    /// Of files with the same form's name the last.
    public static func withoutOverridden(_ files: [FormFile]) -> [FormFile] {
        files.enumerated().filter { index, file in
            !files[(index + 1)...].contains { $0.form.form == file.form.form }
        }.map(\.element)
    }

    static func decode(_ bytes: [UInt8]) throws -> Form {
        try JSONDecoder().decode(Form.self, from: Data(bytes))
    }
}
