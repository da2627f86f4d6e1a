import Testing
import TextReader

@Suite("Text out of bytes")
struct DecodedTextTests {
    /// 年报 in each encoding.
    private static let utf8 = Array("年报".utf8)
    private static let gbk: [UInt8] = [0xC4, 0xEA, 0xB1, 0xA8]
    private static let big5: [UInt8] = [0xA6, 0x7E, 0xB3, 0xF8]  // 年報
    private static let utf16BigEndian: [UInt8] = [0x5E, 0x74, 0x62, 0xA5]
    private static let utf16LittleEndian: [UInt8] = [0x74, 0x5E, 0xA5, 0x62]

    private func decoded(_ bytes: [UInt8], declared: TextEncoding? = nil) throws -> DecodedText {
        try DecodedText(bytes[...], declared: declared)
    }

    @Test(
        "a byte order mark tells the encoding, and is no part of the text",
        arguments: [
            ([0xEF, 0xBB, 0xBF] + utf8, .utf8), ([0xFF, 0xFE] + utf16LittleEndian, .utf16LittleEndian),
            ([0xFE, 0xFF] + utf16BigEndian, .utf16BigEndian), ([0x84, 0x31, 0x95, 0x33] + gbk, .gb18030),
        ] as [([UInt8], TextEncoding)])
    func marked(bytes: [UInt8], encoding: TextEncoding) throws {
        let decoded = try decoded(bytes)
        #expect(decoded.text == "年报")
        #expect(decoded.encoding == encoding)
        #expect(decoded.undecodable == 0)
    }

    @Test("without a mark or declaration valid UTF-8 is UTF-8, other text GB18030")
    func sniffed() throws {
        #expect(try decoded(Self.utf8).encoding == .utf8)
        #expect(try decoded(Array("plain".utf8)).encoding == .utf8)
        let text = try decoded(Self.gbk)
        #expect(text.text == "年报")
        #expect(text.encoding == .gb18030)
        #expect(text.undecodable == 0)
    }

    @Test(
        "characters of two and four bytes are read",
        arguments: [([0x81, 0x40], "丂"), ([0x95, 0x32, 0x82, 0x36], "𠀀")])
    func gb18030(bytes: [UInt8], text: String) throws {
        #expect(try decoded(Self.gbk + bytes).text == "年报" + text)
    }

    @Test("zero bytes on one side show UTF-16")
    func utf16() throws {
        let text = "# 总体情况\n2024年收到 3 件\n"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try decoded(little).text == text)
        #expect(try decoded(little).encoding == .utf16LittleEndian)
        #expect(try decoded(big).text == text)
        #expect(try decoded(big).encoding == .utf16BigEndian)
    }

    @Test(
        "a declaration of GB2312 or GBK means GB18030",
        arguments: ["gb2312", "GB2312", "gbk", "GB18030", "x-gbk", " gb_2312-80 ", "cp936", "chinese"])
    func labels(label: String) {
        #expect(TextEncoding(label: label) == .gb18030)
    }

    @Test(
        "a page's declaration is found in its first lines",
        arguments: [
            "<meta charset=big5>", "<META CHARSET=\"Big5\">", "<meta charset = 'big5' />",
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\">",
            "<!-- x --><html><head><meta content=\"text/html;charset=BIG5\" http-equiv=Content-Type>",
            "<?xml version=\"1.0\" encoding=\"big5\"?>",
        ])
    func declarations(html: String) throws {
        let text = try decoded(Array(html.utf8) + Self.big5)
        #expect(text.encoding == .big5)
        #expect(text.text == html + "年報")
    }

    @Test("Big5 is never guessed")
    func big5() throws {
        #expect(try decoded(Self.big5).encoding == .gb18030)
        #expect(try decoded(Self.big5, declared: .big5).text == "年報")
    }

    @Test(
        "a declaration that the bytes contradict is not believed",
        arguments: [("gb2312", utf8, .utf8), ("utf-8", gbk, .gb18030), ("iso-8859-1", gbk, .gb18030)]
            as [(String, [UInt8], TextEncoding)])
    func contradicted(label: String, bytes: [UInt8], encoding: TextEncoding) throws {
        let head = "<meta charset=\"\(label)\">"
        let text = try decoded(Array(head.utf8) + bytes)
        #expect(text.text == head + "年报")
        #expect(text.encoding == encoding)
        #expect(text.undecodable == 0)
    }

    @Test("a byte that is no part of a character is U+FFFD, counted, and the rest is read")
    func undecodable() throws {
        let text = try decoded(Self.gbk + [0xFF] + Self.gbk + Self.gbk)
        #expect(text.text == "年报\u{FFFD}年报年报")
        #expect(text.encoding == .gb18030)
        #expect(text.undecodable == 1)
        // Long enough that the end of the first stretch of output comes before it.
        let line = Array(repeating: Self.utf8, count: 40_000).flatMap(\.self)
        let long = try decoded(line + [0xE5] + line)
        #expect(long.encoding == .utf8)
        #expect(long.undecodable == 1)
        #expect(
            long.text == String(repeating: "年报", count: 40_000) + "\u{FFFD}" + String(repeating: "年报", count: 40_000))
    }

    @Test("a character cut short by the end of the file does not undo the others")
    func cut() throws {
        let bytes = Array("一、总体情况".utf8)
        let text = try decoded(bytes.dropLast(1))
        #expect(text.encoding == .utf8)
        #expect(text.text.hasPrefix("一、总体情"))
        #expect(text.undecodable == 2)
    }

    @Test("bytes that are no text are refused")
    func noText() {
        var random: UInt64 = 1
        let garbage = (0..<10_000).map { _ in
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(random >> 56) | 1
        }
        #expect(throws: TextError.noText) { try decoded(garbage) }
        #expect(throws: TextError.noText) { try decoded([0x61, 0, 0x62]) }
        #expect(throws: TextError.noText) { try decoded([0, 1, 0, 0, 2, 0, 0, 0]) }
    }

    @Test("no bytes are no text, without complaint")
    func empty() throws {
        #expect(try decoded([]).text == "")
    }

    @Test("lines without end are cut, between characters, and how much was left out is told")
    func endlessLines() throws {
        let line = String(repeating: "规", count: 100_000)
        let (text, left) = try DecodedText(Array((line + "\n短").utf8)[...]).withoutEndlessLines()
        let lines = text.split(separator: "\n")
        #expect(lines.map { $0.utf8.count } == [199_998, 3])
        #expect(lines[0].allSatisfy { $0 == "规" })
        #expect(left == 300_000 - 199_998)
        let short = try DecodedText(Array("一\n二\n".utf8)[...]).withoutEndlessLines()
        #expect(short.text == "一\n二\n" && short.left == 0)
    }
}
