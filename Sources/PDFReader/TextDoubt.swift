public import DocumentModel

/// Why the text that a page's file gives cannot be trusted, or is none.
public enum TextDoubt: String, Hashable, Sendable, Codable, CaseIterable {
    /// An image covers the page, and nothing is written on it.
    case image
    /// An image covers the page, and its text is invisible: somebody else's recognition.
    case hiddenText = "hidden_text"
    /// Fonts that do not say which characters their glyphs are.
    case noUnicode = "no_unicode"
    /// Glyphs that are drawings of the file's own, without a word on which characters they stand for.
    case type3
    /// Characters that mean something in one font only.
    case privateUse = "private_use"
    /// Characters as they come of bytes that are read in the wrong encoding.
    case mojibake
    /// Chinese text nearly without the characters that every Chinese text is full of.
    case unlikely
}

extension Page {
    /// What speaks against the page's own text; empty where nothing does.
    public var textDoubts: [TextDoubt] {
        let visible = glyphs.filter { $0.renderMode.isVisible && !$0.isBlank }
        if visible.count < Self.fewGlyphs || visible.count < Self.longestStamp && visible.allSatisfy(isInMargin) {
            guard imageShare > (visible.count < Self.fewGlyphs ? Self.pictureShare : Self.coveringShare) else {
                return []
            }
            return [glyphs.count - visible.count > Self.fewGlyphs ? .hiddenText : .image]
        }
        let tally = TextTally(of: visible, fonts: fonts)
        func isMany(_ count: Int) -> Bool { count > Self.fewGlyphs && 50 * count > visible.count }
        var doubts: [TextDoubt] = []
        if isMany(tally.withoutText) { doubts.append(.noUnicode) }
        if isMany(privateUseGlyphs) { doubts.append(.privateUse) }
        if isMany(tally.drawings) { doubts.append(.type3) }
        if 6 * tally.odd > visible.count { doubts.append(.mojibake) }
        if tally.chinese >= 150, 10 * tally.common < tally.chinese { doubts.append(.unlikely) }
        return doubts
    }

    /// Which share of the page its images cover together: many programs store a scan in strips or tiles.
    private var imageShare: Double {
        let side = Self.samples
        var covered = [Bool](repeating: false, count: side * side)
        /// The samples of one side of the page whose middles lie between two coordinates.
        func places(_ from: Double, _ to: Double, of length: Double) -> Range<Int> {
            let low = Int((from / length * Double(side) - 0.5).rounded(.up).clamped(to: 0...Double(side)))
            return low..<max(low, Int((to / length * Double(side) + 0.5).rounded(.down).clamped(to: 0...Double(side))))
        }
        for image in images {
            for row in places(image.box.y0, image.box.y1, of: height) {
                for column in places(image.box.x0, image.box.x1, of: width) { covered[row * side + column] = true }
            }
        }
        return Double(covered.count(where: \.self)) / Double(covered.count)
    }

    /// Stands at the top or bottom edge, where headers, page numbers and the names of scanning programs do.
    private func isInMargin(_ glyph: Glyph) -> Bool {
        glyph.box.y1 < Self.margin * height || glyph.box.y0 > (1 - Self.margin) * height
    }

    /// Places at which a side of the page is looked at.
    private static let samples = 64
    /// Of a page with text at its edges a picture must be the page to be read in its place.
    private static let coveringShare = 0.5
    /// Of one without text it is all there is.
    private static let pictureShare = 0.2
    private static let margin = 0.08
    /// No header or footer is longer, in characters.
    private static let longestStamp = 60
    /// A page number, a stamp of the archive: no text to speak of.
    private static let fewGlyphs = 10
}

/// What the characters of a page are, counted in one pass: it is taken of every page.
private struct TextTally {
    /// Glyphs that no character belongs to.
    var withoutText = 0
    /// Glyphs of Type 3 fonts that do not say what they stand for.
    var drawings = 0
    /// Characters as they come of the wrong encoding.
    var odd = 0
    var chinese = 0
    /// Those of the Chinese characters that are frequent.
    var common = 0

    init(of glyphs: [Glyph], fonts: [Font]) {
        let isDrawing = fonts.map { $0.isType3 && !$0.hasToUnicode }
        for glyph in glyphs {
            if glyph.text.isEmpty { withoutText += 1 }
            if let font = glyph.font, isDrawing[font] { drawings += 1 }
            for scalar in glyph.text.unicodeScalars {
                if Self.isOdd(scalar) { odd += 1 }
                guard (0x4E00...0x9FFF).contains(scalar.value) else { continue }
                chinese += 1
                if Self.common.contains(scalar) { common += 1 }
            }
        }
    }

    /// Letters of Latin-1's upper half and replacement characters: where UTF-8 or GBK was taken for Latin-1 nearly all are.
    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        (0x80...0xFF).contains(scalar.value) && !"·×°±§÷ ".unicodeScalars.contains(scalar)
            || scalar == "\u{FFFD}"
    }

    /// The most frequent characters of today's Chinese, and of administrative prose, in both scripts: together about half of any text.
    private static let common = Set(
        """
        的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法
        学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业
        外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声
        提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金
        指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格
        这說會發後們對時來個國為經過現當動實無長與業問點關應報處務計規據開條辦結證請員類數總門關
        """.unicodeScalars)
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
