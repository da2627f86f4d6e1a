#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What goes to the engine's process and what comes back: a line of JSON, and behind it as many bytes as the line says.
enum CropFrame {
    /// Crops, their pixels behind each other.
    static func request(id: Int, _ crops: [Crop]) -> [UInt8] {
        let sizes = crops.map { "[\($0.width),\($0.height)]" }.joined(separator: ",")
        let count = crops.reduce(0) { $0 + $1.pixels.count }
        var frame = Array(#"{"id":\#(id),"bytes":\#(count),"sizes":[\#(sizes)]}"#.utf8)
        frame.reserveCapacity(frame.count + 1 + count)
        frame.append(UInt8(ascii: "\n"))
        for crop in crops { frame += crop.pixels }
        return frame
    }

    struct Header: Hashable, Codable {
        var id: Int
        var bytes: Int
    }

    /// nil where the line is no header of an answer.
    static func header(_ line: some Sequence<UInt8>) -> Header? {
        guard let header = try? JSONDecoder().decode(Header.self, from: Data(line)), header.bytes >= 0,
            header.bytes < 1 << 28
        else { return nil }
        return header
    }

    /// nil where the payload is not a reading for each of `count` crops.
    static func lines(_ payload: [UInt8], count: Int) -> [RecognizedLine]? {
        guard let lines = try? JSONDecoder().decode([RecognizedLine].self, from: Data(payload)), lines.count == count
        else { return nil }
        return lines
    }
}
