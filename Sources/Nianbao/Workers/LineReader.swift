internal import FileAccess

/// Lines of a descriptor, each as soon as it is there.
struct LineReader {
    let descriptor: Descriptor
    private var buffer: [UInt8] = []
    private var position = 0

    init(descriptor: Descriptor) { self.descriptor = descriptor }

    /// The next line without its end; nil at the end of the input. A last line needs no end.
    mutating func next() throws(SystemError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return Array(buffer[position..<end])
            }
            buffer.removeFirst(position)
            position = 0
            searched = buffer.count
            guard try fill() else {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
        }
    }

    /// False at the end of the input.
    private mutating func fill() throws(SystemError) -> Bool {
        let chunk = try descriptor.read(1 << 16)
        buffer += chunk
        return !chunk.isEmpty
    }
}
