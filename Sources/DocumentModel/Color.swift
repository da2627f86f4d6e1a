/// An opaque RGB colour.
public struct Color: Hashable, Sendable {
    /// `0xRRGGBB`.
    public let rgb: UInt32

    public init(rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    public static let black = Color(rgb: 0)
    public static let white = Color(rgb: 0xFF_FFFF)

    /// Perceived brightness from 0 (black) to 1 (white), by the weights of ITU-R BT.601.
    public var luminance: Double {
        let red = Double(rgb >> 16 & 0xFF)
        let green = Double(rgb >> 8 & 0xFF)
        let blue = Double(rgb & 0xFF)
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    }

    /// `#rrggbb`.
    public var hex: String {
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Color: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let digits = text.dropFirst()
        guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy(\.isHexDigit),
            let rgb = UInt32(digits, radix: 16)
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(text) is not #rrggbb"))
        }
        self.init(rgb: rgb)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
