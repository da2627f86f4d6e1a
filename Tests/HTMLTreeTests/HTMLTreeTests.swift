import HTMLTree
import Testing

@Suite("The tree of a web page")
struct HTMLTreeTests {
    /// `table(tr(td"1"))`
    private func outline(_ html: String) throws -> String {
        let tree = try HTMLTree(html)
        var outline = ""
        var ends: [Int] = []
        for (index, node) in tree.nodes.enumerated() {
            while let end = ends.last, end <= index {
                outline += ")"
                ends.removeLast()
            }
            switch node.content {
            case .text(let text): outline += "\"\(text)\""
            case .element(let element):
                outline += element.name + element.attributes.map { "[\($0.name)=\($0.value)]" }.joined()
                if node.end > index + 1 {
                    outline += "("
                    ends.append(node.end)
                } else {
                    outline += " "
                }
            }
        }
        return outline + String(repeating: ")", count: ends.count)
    }

    @Test(
        "tags that are left out are implied",
        arguments: [
            ("<table><tr><td>1<td>2<tr><td>3</table>", "html(body(table(tr(td(\"1\")td(\"2\"))tr(td(\"3\")))))"),
            ("<ul><li>甲<li>乙</ul>", "html(body(ul(li(\"甲\")li(\"乙\"))))"),
            ("<p>甲<p>乙", "html(body(p(\"甲\")p(\"乙\")))"),
        ])
    func implied(html: String, expected: String) throws {
        #expect(try outline(html) == expected)
    }

    @Test(
        "a cell ends where the next begins, whatever is open in it",
        arguments: [
            ("<table><tr><td><ul><li>1<td>2</table>3", "table(tr(td(ul(li(\"1\")))td(\"2\")))\"3\""),
            ("<table><tr><td><div>1<td>2<tr><td>3</table>", "table(tr(td(div(\"1\"))td(\"2\"))tr(td(\"3\")))"),
            (
                "<table><tr><td><div>1<tr><th>2<tbody><tr><td>3</table>",
                "table(tr(td(div(\"1\")))tr(th(\"2\"))tbody(tr(td(\"3\"))))"
            ),
            ("<div><table><tr><td><div>1<td>2</table>3</div>4", "div(table(tr(td(div(\"1\"))td(\"2\")))\"3\")\"4\""),
            // An inner table's cells end none of the outer one.
            (
                "<table><tr><td><table><tr><td>1</table>2<td>3</table>",
                "table(tr(td(table(tr(td(\"1\")))\"2\")td(\"3\")))"
            ),
            ("<table><tr><td><b>1</td><td>2</td></tr></b></table>", "table(tr(td(b(\"1\"))td(\"2\")))"),
        ])
    func cells(html: String, expected: String) throws {
        #expect(try outline(html) == "html(body(\(expected)))")
    }

    @Test("names are in lower case, and an attribute without a value is empty")
    func attributes() throws {
        #expect(
            try outline("<TD ColSpan=2 hidden CLASS='a b'>1</TD>")
                == "html(body(td[colspan=2][hidden=][class=a b](\"1\")))")
    }

    @Test("character references are resolved, and neighbouring texts are one")
    func references() throws {
        #expect(try outline("<p>a&nbsp;&lt;&#24180;&amp;&#x62a5;</p>") == "html(body(p(\"a\u{A0}<年&报\")))")
    }

    @Test("a long text is one text")
    func longText() throws {
        let text = String(repeating: "年报", count: 10_000)
        #expect(try outline("<p>\(text)</p>") == "html(body(p(\"\(text)\")))")
    }

    @Test(
        "the marked sections and comments of office programs are not there",
        arguments: [
            "<p><![if !supportMisalignedColumns]>1<![endif]></p>",
            "<p><!--[if gte mso 9]><xml>x</xml><![endif]-->1</p>",
            "<p><!--[if !supportLists]-->1<!--[endif]--></p>", "<p>1<!-- a <b> --></p>",
            "<p><?xml:namespace prefix=\"o\" />1</p>",
        ])
    func marked(html: String) throws {
        #expect(try outline(html) == "html(body(p(\"1\")))")
    }

    @Test("a zero byte does not end the page")
    func zero() throws {
        #expect(try outline("<p>1\u{0}2</p><p>3</p>") == "html(body(p(\"1 2\")p(\"3\")))")
    }

    @Test("what stands behind the end of the page is read")
    func behind() throws {
        #expect(try outline("<html><body>1</body></html><p>2</p>").contains("p(\"2\")"))
    }

    @Test("a declaration of another encoding has no effect: the text is text already")
    func declaration() throws {
        #expect(try outline("<meta charset=gbk><p>年报</p>").hasSuffix("p(\"年报\")))"))
    }

    @Test("no text gives no nodes", arguments: ["", " ", "\n"])
    func nothing(html: String) throws {
        #expect(try HTMLTree(html).nodes.allSatisfy { if case .text = $0.content { false } else { true } })
    }

    @Test("elements nested up to the depth are read, and what lies deeper is left out, and told")
    func depth() throws {
        func nested(_ count: Int) -> String { String(repeating: "<div>", count: count) + "内" }
        // html and body are open too.
        let whole = try HTMLTree(nested(98), depth: 100)
        #expect(!whole.isTruncated)
        #expect(whole.nodes.count == 101)
        #expect(whole.nodes.last?.content == .text("内"))
        let cut = try HTMLTree(nested(99), depth: 100)
        #expect(cut.isTruncated)
        #expect(cut.nodes.count == 100)
        #expect(cut.nodes.allSatisfy { $0.end == 100 })
    }

    @Test(
        "pages nested without end are read up to a limit",
        arguments: ["<div>", "<table>", "<table><tr><td>", "<span>", "<ul><li>"])
    func bottomless(tag: String) throws {
        let tree = try HTMLTree(String(repeating: tag, count: 100_000))
        #expect(tree.isTruncated)
        #expect(tree.nodes.count == 10_000)
    }

    @Test(
        "broken markup gives a tree",
        arguments: ["<", "<<<<", "<td", "</p></p>", "<a b=", "<!--", "&#", "<p =>x", "<!["])
    func broken(html: String) throws {
        let tree = try HTMLTree(String(repeating: html, count: 10_000))
        for (index, node) in tree.nodes.enumerated() { #expect(node.end > index && node.end <= tree.nodes.count) }
    }
}
