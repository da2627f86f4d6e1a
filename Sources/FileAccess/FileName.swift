/// The parts of a path, by its text alone.
public struct FileName: Hashable, Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// What stands before the last slash; empty for none.
    public var folder: Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? "" }

    /// The last part that is not empty.
    public var last: Substring { path.split(separator: "/").last ?? "" }

    /// Behind the last dot of the last part, in lower case; empty for none. A dot at its beginning hides a file, and ends nothing.
    public var ending: String { dot.map { last[last.index(after: $0)...].lowercased() } ?? "" }

    /// The last part without its ending.
    public var stem: Substring { dot.map { last[..<$0] } ?? last }

    private var dot: String.Index? {
        let last = last
        return last.lastIndex(of: ".").flatMap { $0 == last.startIndex ? nil : $0 }
    }
}
