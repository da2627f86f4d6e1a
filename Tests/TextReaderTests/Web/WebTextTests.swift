import DocumentModel
import Testing
import TextReader

@Suite("Headings and paragraphs of a web page")
struct WebTextTests {
    /// `# ` before a heading.
    private func lines(_ html: String) throws -> [String] {
        try HTMLReader().page(of: html).blocks.map { block in
            switch block {
            case .heading(let text): "# " + text.text
            case .paragraph(let text): text.text
            case .table: "table"
            }
        }
    }

    @Test("headings of every level", arguments: 1...6)
    func headings(level: Int) throws {
        #expect(try lines("<h\(level)>一、<span>总体</span>情况</h\(level)><p>正文</p>") == ["# 一、总体情况", "正文"])
    }

    @Test("a heading broken over lines is a heading on each")
    func brokenHeading() throws {
        #expect(try lines("<h1>某县人民政府<br>2023年度报告</h1>正文") == ["# 某县人民政府", "# 2023年度报告", "正文"])
    }

    @Test(
        "paragraphs end at blocks and line breaks",
        arguments: [
            "<p>一<p>二", "<div>一</div><div>二</div>", "一<br>二", "一<br/><br />二", "<p>一<br>二</p>",
            "<div>一<div>二</div></div>",
            "<ul><li>一<li>二</ul>", "<dl><dt>一<dd>二</dl>", "<section>一</section>二", "<pre>一\n二</pre>", "一<hr>二",
            "<div>一<p></p></div><p>&nbsp;</p>二", "<center>一</center><blockquote>二</blockquote>",
        ])
    func paragraphs(html: String) throws {
        #expect(try lines(html) == ["一", "二"])
    }

    @Test(
        "text runs on through other elements",
        arguments: [
            "<p>共<span>公<b>开</b></span><font color=red>政府</font>信息<o:p></o:p></p>", "<p>共公开\n政府信息</p>",
            "<p>共公开\r\n   政府信息\n</p>",
            "<p>共\u{200B}公&shy;开&#8203;政\u{FEFF}府信息</p>", "<p>　　共公开政府信息　</p>", "<p>&nbsp;&nbsp;&emsp;共公开政府信息&nbsp;</p>",
            "<p><a name=_Toc1></a>共公开政府信息</p>",
        ])
    func inline(html: String) throws {
        #expect(try lines(html) == ["共公开政府信息"])
    }

    @Test(
        "white space is one blank, and none where a line ends between ideographs",
        arguments: [
            ("open\ngovernment", "open government"), ("open  &nbsp; government", "open government"),
            ("12\n34", "12 34"),
            ("共 \n 65", "共65"), ("共 65 条", "共 65 条"), ("索引号：1　　日期", "索引号：1 日期"),
        ])
    func blanks(html: String, text: String) throws {
        #expect(try lines("<p>\(html)</p>") == [text])
    }

    @Test("references to the C1 controls mean characters of windows-1252")
    func windows1252() throws {
        #expect(try lines("<p>1月&#150;12月&#151;&#147;a&#148;</p>") == ["1月–12月—“a”"])
    }

    @Test(
        "what a browser does not show is not there",
        arguments: [
            "<script>document.write('<p>9</p>')</script>", "<style>p { }</style>", "<noscript>9</noscript>",
            "<template><p>9</p></template>", "<p hidden>9</p>", "<div style='display:none'><p>9</p></div>",
            "<span STYLE='color: red; Display : NONE'>9</span>", "<p style='visibility:hidden'>9</p>",
            "<span style='mso-hide:all'>9</span>", "<!-- 9 -->",
            "<!--[if gte mso 9]><xml><w:X>9</w:X></xml><![endif]-->",
            "<xml><o:X>9</o:X></xml>", "<select><option>9</select>", "<textarea>9</textarea>", "<iframe>9</iframe>",
            "<table style='display:none'><tr><td>9<td>9</table>",
        ])
    func hidden(html: String) throws {
        #expect(try lines("<p>一</p>\(html)<p>二</p>") == ["一", "二"])
    }

    @Test("a style that hides nothing does not", arguments: ["display:block", "x:display:none2", "mso-hide:none"])
    func shown(style: String) throws {
        #expect(try lines("<p style='\(style)'>一</p>") == ["一"])
    }

    @Test(
        "lists of links and the page's frame are not read",
        arguments: [
            "<ul><li><a href=1>某县2021年年度报告</a><li><a href=2>某县2022年年度报告</a></ul>",
            "<p><a href=/>首页</a> &gt; <a href=/b>公开</a></p>",
            "<table><tr><td><a href=/>首页</a><td><a href=/b>公开</a></table>", "<nav>首页</nav>",
            "<footer><p>版权所有</p></footer>", "<aside>相关</aside>",
        ])
    func navigation(html: String) throws {
        #expect(try lines("<p>一</p>\(html)<p>二</p>") == ["一", "二"])
    }

    @Test(
        "a single link, a heading that is one, and links within text are",
        arguments: [
            ("<p><a href=1>某县2023年年度报告</a></p>", "某县2023年年度报告"),
            ("<h2><a href=1>总体</a><a href=2>情况</a></h2>", "# 总体情况"),
            ("<p>见<a href=1>政府网</a>和<a href=2>公众号</a></p>", "见政府网和公众号"),
        ])
    func links(html: String, line: String) throws {
        #expect(try lines(html) == [line])
    }

    @Test(
        "the title comes from the article's metadata, else it is the longest part of the page's",
        arguments: [
            ("<title>年度报告</title><meta name=ArticleTitle content=' 某县2023年年度报告 '>", "某县2023年年度报告"),
            ("<title>某县2023年政府信息公开工作年度报告_年度报告_某县人民政府</title>", "某县2023年政府信息公开工作年度报告"),
            ("<title>某县人民政府 - 某县2023年政府信息公开工作年度报告</title>", "某县2023年政府信息公开工作年度报告"),
            ("<title>\n</title><p>正文", nil), ("<p>正文", nil),
        ] as [(String, String?)])
    func title(html: String, title: String?) throws {
        #expect(try HTMLReader().page(of: html).title == title)
    }

    @Test("a page nested without end is read in part, and says so", arguments: ["<div>", "<table>", "<table><tr><td>"])
    func nested(tag: String) throws {
        let page = try HTMLReader().page(of: "<p>一</p>" + String(repeating: tag, count: 100_000) + "二")
        #expect(page.isTruncated)
        #expect(page.blocks == [.paragraph(TextBlock(text: "一"))])
    }

    @Test("an empty page has no blocks", arguments: ["", "<html></html>", "<table></table>", "<table><tr></table>"])
    func empty(html: String) throws {
        #expect(try lines(html).isEmpty)
    }
}
