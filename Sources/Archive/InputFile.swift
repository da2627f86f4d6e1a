/// A file to convert.
public struct InputFile: Hashable, Sendable {
    /// As it is opened, and as outputs name it.
    public var path: String
    /// Its path below the folder that was given: where it goes in a folder of outputs.
    public var place: String

    public init(path: String, place: String) {
        self.path = path
        self.place = place
    }
}
