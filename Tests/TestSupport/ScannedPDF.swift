public import DocumentModel

/// A PDF as a scanner makes it: nothing on its pages but pictures.
public enum ScannedPDF {
    /// The bytes of a file with a grey picture on every page, A4 or whatever size the pictures have.
    public static func bytes(of images: [PageImage]) -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func add(_ dictionary: String, stream: [UInt8]? = nil) {
            offsets.append(file.count)
            file += Array("\(offsets.count) 0 obj\n<< \(dictionary) >>\n".utf8)
            if let stream { file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
            file += Array("endobj\n".utf8)
        }
        let kids = images.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        add("/Type /Catalog /Pages 2 0 R")
        add("/Type /Pages /Kids [\(kids)] /Count \(images.count)")
        for (index, image) in images.enumerated() {
            let (width, height) = (Double(image.width) / image.scale, Double(image.height) / image.scale)
            let number = 3 + 3 * index
            add(
                "/Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(number + 1) 0 R "
                    + "/Resources << /XObject << /Image \(number + 2) 0 R >> >>")
            let content = Array("\(width) 0 0 \(height) 0 0 cm /Image Do".utf8)
            add("/Length \(content.count)", stream: content)
            let grey = stride(from: 0, to: image.pixels.count, by: 3).map { image.pixels[$0 + 1] }
            add(
                "/Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height) /BitsPerComponent 8 "
                    + "/ColorSpace /DeviceGray /Length \(grey.count)", stream: grey)
        }
        let start = file.count
        file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            file += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        file += Array("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }
}
