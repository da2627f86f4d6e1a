import DocumentModel
import OCR

/// Says of every crop what its test wants.
final class FakeRecognizer: TextRecognizer {
    let identity = "fake"
    var answer: (Crop) -> RecognizedLine
    private(set) var crops: [Crop] = []

    init(_ answer: @escaping (Crop) -> RecognizedLine) { self.answer = answer }

    func recognize(_ crops: [Crop]) -> [RecognizedLine] {
        self.crops += crops
        return crops.map(answer)
    }
}

final class FakeFigures: FigureReader {
    let identity = "fake figures"
    let text: String

    init(_ text: String) { self.text = text }

    func figures(_ crops: [Crop]) -> [String] { crops.map { _ in text } }
}

extension RecognizedLine {
    /// Every character with the same confidence, side by side.
    init(_ text: String, confidence: Double = 0.99, figure: String? = nil) {
        func characters(_ text: String) -> [RecognizedCharacter] {
            text.enumerated().map { index, letter in
                RecognizedCharacter(
                    text: String(letter), span: Double(10 * index)...Double(10 * index + 8), confidence: confidence)
            }
        }
        self.init(characters: characters(text), figure: characters(figure ?? text))
    }
}

/// A picture to draw black boxes into, 200 dpi.
struct Canvas {
    var width: Int
    var height: Int
    private var pixels: [UInt8]

    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        pixels = [UInt8](repeating: 255, count: 3 * width * height)
    }

    mutating func fill(x: Range<Int>, y: Range<Int>, _ value: UInt8 = 0) {
        for row in y {
            for column in x { for channel in 0..<3 { pixels[3 * (row * width + column) + channel] = value } }
        }
    }

    /// A grid with lines of two pixels at the given places.
    mutating func grid(xs: [Int], ys: [Int]) {
        for y in ys { fill(x: xs[0]..<(xs[xs.count - 1] + 2), y: y..<(y + 2)) }
        for x in xs { fill(x: x..<(x + 2), y: ys[0]..<(ys[ys.count - 1] + 2)) }
    }

    var image: PageImage { PageImage(width: width, height: height, pixels: pixels, scale: 200 / 72) }
    var page: Page {
        Page(
            number: 3, width: Double(width) * 72 / 200, height: Double(height) * 72 / 200,
            images: [
                PlacedImage(
                    box: Box(x0: 0, y0: 0, x1: Double(width) * 72 / 200, y1: Double(height) * 72 / 200), width: width,
                    height: height, isMask: false)
            ])
    }
}
