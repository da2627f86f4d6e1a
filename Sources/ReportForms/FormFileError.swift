/// One thing that is wrong with a form's file.
public struct FormProblem: Hashable, Sendable {
    /// A JSONPath (RFC 9535): `$.tables[0].blocks[1].rows[2].key`.
    public var place: String
    public var message: String

    public init(place: String, message: String) {
        self.place = place
        self.message = message
    }
}

/// A form's file, or a folder of them, that cannot be used.
public struct FormFileError: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// In the order of the file; not empty.
    public var problems: [FormProblem]

    init(file: String, problems: [FormProblem]) {
        self.file = file
        self.problems = problems
    }

    /// The whole of it.
    init(_ file: String, _ message: String) {
        self.init(file: file, problems: [FormProblem(place: "$", message: message)])
    }

    /// A line a problem: file, place, what is wrong.
    public var description: String {
        problems.map { problem in
            problem.place == "$"
                ? "\(file): \(problem.message)" : "\(file): \(problem.place): \(problem.message)"
        }.joined(separator: "\n")
    }
}
