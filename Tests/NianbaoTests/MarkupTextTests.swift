import Testing

@testable import Nianbao

@Suite("Text in HTML and SVG")
struct MarkupTextTests {
    @Test(
        "characters that mean something there are escaped, and those that may not stand there are replaced",
        arguments: [
            ("<b> & \"c\"", "&lt;b&gt; &amp; &quot;c&quot;"), ("a\tb\nc\rd", "a\tb\nc\rd"),
            ("\u{0}\u{8}\u{B}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("it's 年报", "it's 年报"), ("", ""),
        ])
    func escaped(text: String, expected: String) { #expect(MarkupText.escaped(text) == expected) }
}
