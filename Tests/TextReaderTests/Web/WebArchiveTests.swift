import Foundation
import Testing
import TextReader

@Suite("MHTML files")
struct WebArchiveTests {
    private func archive(_ parts: [String], boundary: String = "=_b1", type: String = "multipart/related") -> [UInt8] {
        var text = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4?=\r\nMIME-Version: 1.0\r\n"
        text +=
            "Content-Type: \(type);\r\n\ttype=\"text/html\";\r\n\tboundary=\"\(boundary)\"\r\n\r\nfor old programs\r\n"
        for part in parts { text += "--\(boundary)\r\n\(part)\r\n" }
        return Array((text + "--\(boundary)--\r\n").utf8)
    }

    private func pages(_ bytes: [UInt8]) throws -> [String] {
        try #require(WebArchive(bytes[...])).pages.map { try DecodedText($0.bytes[...], declared: $0.encoding).text }
    }

    @Test("a page in quoted-printable, with its encoding in the part's header")
    func quotedPrintable() throws {
        let bytes = archive([
            "Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"a\">=C4=EA=\r\n=b1=A8 =\n1=2</p>",
            "Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAA==",
        ])
        #expect(try pages(bytes) == ["<p class=\"a\">年报 1=2</p>\r\n"])
        #expect(WebArchive(bytes[...])?.pages.first?.encoding == .gb18030)
    }

    @Test("a page in base64, and pages as they are")
    func otherTransfers() throws {
        let base64 = Data("<p>年报</p>".utf8).base64EncodedString()
        let bytes = archive([
            "Content-Type: text/html\r\nContent-Transfer-Encoding: BASE64\r\n\r\n\(base64.prefix(8))\r\n\(base64.dropFirst(8))",
            "content-type: TEXT/HTML;charset=utf-8\r\n\r\n<p>附表</p>",
        ])
        #expect(try pages(bytes) == ["<p>年报</p>", "<p>附表</p>\r\n"])
    }

    @Test("parts in parts")
    func nested() throws {
        let inner =
            "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nx\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>\r\n--in--"
        #expect(try pages(archive([inner])) == ["<p>\r\n"])
    }

    @Test("a file cut short gives what is there")
    func cut() throws {
        let bytes = archive(["Content-Type: text/html\r\n\r\n<p>年报</p>"])
        #expect(try pages(Array(bytes.dropLast(12))).first?.hasPrefix("<p>年报</p>") == true)
    }

    @Test("a single page as a message of its own")
    func single() throws {
        #expect(try pages(Array("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>年报".utf8)) == ["<p>年报"])
    }

    @Test(
        "other text is no archive",
        arguments: ["", "# 年报", "<html>", "MIME-Version: 1.0\n\n", "Content-Type: text/html\n\n<p>", "标题: 年报\n\n正文"])
    func others(text: String) {
        #expect(WebArchive(Array(text.utf8)[...]) == nil)
    }
}
