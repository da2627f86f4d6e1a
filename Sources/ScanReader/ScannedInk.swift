internal import DocumentModel
internal import ImageCleaning

/// A picture made ready: straight, its rules found, and what else is printed put into cells and lines.
struct ScannedInk {
    /// Without rules, and without what readers have drawn at figures.
    let grey: Bitmap
    /// As ``grey``, with the seals that were taken out; nil where there were none.
    let withSeals: Bitmap?
    /// In points.
    let rulings: [Ruling]
    let marks: PageMarks
    /// Every piece of ink.
    let pieces: [PixelBox]
    /// By how many degrees the picture was turned clockwise to become straight.
    let skew: Double

    /// - Parameter drawn: the rules that the page's file draws, which are straight; nil to find them in the picture.
    init(_ image: PageImage, drawn: [Ruling]? = nil) throws {
        var clean = try CleanImage(image, straightens: drawn == nil)
        var net = try drawn == nil ? RuleNet(clean.grey) : nil
        if let bend = net.flatMap({ PageBend($0.rules, scale: image.scale) }) {
            let rows = clean.grey.height
            clean = try clean.straightened { bend.sources(ofColumn: $0, rows: rows) }
            net = try RuleNet(clean.grey)
        }
        rulings = drawn ?? net?.rulings ?? []
        let ink = try PageInk(clean, without: net?.pieces ?? rulings)
        (withSeals, pieces, skew) = (ink.withSeals, ink.marks, clean.skew)
        marks = PageMarks(ink, rulings: rulings)
        grey = ink.grey(without: marks.strays)
    }
}
