import Testing

@testable import ArchiveFiles

@Suite("Names in archives")
struct MemberPathTests {
    @Test(
        "are paths that stay below the archive, in UTF-8 or GBK",
        arguments: [
            ("2023/报告.pdf", "2023/报告.pdf"), ("../../etc/x.pdf", "etc/x.pdf"), ("/abs/x.pdf", "abs/x.pdf"),
            ("a\\b\\x.pdf", "a/b/x.pdf"), ("./a//./x.pdf", "a/x.pdf"), ("", nil), ("../", nil),
        ])
    func utf8(name: String, path: String?) { #expect(MemberPath.path(of: Array(name.utf8)) == path) }

    @Test("the second byte of a character of GBK may be that of a backslash, and is none")
    func gbk() {
        // 誠 is D55C in GBK, 年 C4EA, 报 B1A8.
        #expect(MemberPath.path(of: [0xD5, 0x5C, 0x5C, 0xC4, 0xEA, 0xB1, 0xA8] + Array(".pdf".utf8)) == "誠/年报.pdf")
    }
}
