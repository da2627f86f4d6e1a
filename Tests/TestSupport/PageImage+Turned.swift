public import DocumentModel
import Foundation

extension PageImage {
    /// The picture as a scanner gives it of a sheet that lies askew: turned anticlockwise around its middle, on white.
    public func askew(byDegrees angle: Double) -> PageImage {
        let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
        let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
        var turned = [UInt8](repeating: 255, count: pixels.count)
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) + 0.5 - middleX, Double(y) + 0.5 - middleY)
                let (fromX, fromY) = (middleX + dx * cosine - dy * sine - 0.5, middleY + dx * sine + dy * cosine - 0.5)
                let (left, top) = (Int(fromX.rounded(.down)), Int(fromY.rounded(.down)))
                guard left >= 0, top >= 0, left + 1 < width, top + 1 < height else { continue }
                let (right, below) = (fromX - Double(left), fromY - Double(top))
                for channel in 0..<3 {
                    func value(_ x: Int, _ y: Int) -> Double { Double(pixels[3 * (y * width + x) + channel]) }
                    let upper = value(left, top) * (1 - right) + value(left + 1, top) * right
                    let lower = value(left, top + 1) * (1 - right) + value(left + 1, top + 1) * right
                    turned[3 * (y * width + x) + channel] = UInt8(upper * (1 - below) + lower * below)
                }
            }
        }
        return PageImage(width: width, height: height, pixels: turned, scale: scale)
    }
}
