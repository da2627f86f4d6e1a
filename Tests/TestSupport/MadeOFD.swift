/// OFD files made of a few parts: a document with pages of 100 × 50 millimetres.
public enum MadeOFD {
    /// - Parameters:
    ///   - pages: of each what is in its one layer.
    ///   - resources: what is in the file of resources, beside font 1.
    ///   - common: more of what all pages have in common.
    ///   - parts: more files, or others in the place of these.
    public static func file(
        pages: [String], resources: String = "", common: String = "", parts: [(String, [UInt8])] = []
    ) -> [UInt8] {
        let list = pages.indices.map { #"<ofd:Page ID="\#($0 + 10)" BaseLoc="Pages/Page_\#($0)/Content.xml"/>"# }
        var files: [(String, String)] = [
            (
                "OFD.xml",
                root(
                    "OFD",
                    """
                    <ofd:DocBody><ofd:DocInfo><ofd:Title>年报</ofd:Title><ofd:Author>水务局</ofd:Author></ofd:DocInfo>\
                    <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>
                    """)
            ),
            (
                "Doc_0/Document.xml",
                root(
                    "Document",
                    """
                    <ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 50</ofd:PhysicalBox></ofd:PageArea>\
                    <ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\(common)</ofd:CommonData>\
                    <ofd:Pages>\(list.joined())</ofd:Pages>
                    """)
            ),
            (
                "Doc_0/PublicRes.xml",
                root("Res", #"<ofd:Fonts><ofd:Font ID="1" FontName="SimSun"/></ofd:Fonts>\#(resources)"#)
            ),
        ]
        for (number, page) in pages.enumerated() {
            files.append(("Doc_0/Pages/Page_\(number)/Content.xml", Self.page(page)))
        }
        let replaced = Set(parts.map(\.0))
        return ZipBytes.archive(
            files.filter { !replaced.contains($0.0) }.map { ($0.0, Array($0.1.utf8)) } + parts)
    }

    /// A page's file with one layer.
    public static func page(_ objects: String, more: String = "") -> String {
        root("Page", #"\#(more)<ofd:Content><ofd:Layer ID="2">\#(objects)</ofd:Layer></ofd:Content>"#)
    }

    public static func root(_ name: String, _ content: String, namespace: String = "http://www.ofdspec.org/2016")
        -> String
    {
        #"<?xml version="1.0" encoding="UTF-8"?><ofd:\#(name) xmlns:ofd="\#(namespace)">\#(content)</ofd:\#(name)>"#
    }

    /// A text object of size 10 millimetres, unless `attributes` say otherwise.
    public static func text(
        _ text: String, boundary: String = "10 10 80 15", code: String = #"X="0" Y="10""#,
        attributes: String = #"Size="10""#, transform: String = ""
    ) -> String {
        #"<ofd:TextObject ID="3" Boundary="\#(boundary)" Font="1" \#(attributes)>\#(transform)"#
            + "<ofd:TextCode \(code)>\(text)</ofd:TextCode></ofd:TextObject>"
    }

    public static func path(
        _ data: String, boundary: String = "0 0 100 50", attributes: String = "", colors: String = ""
    )
        -> String
    {
        #"<ofd:PathObject ID="4" Boundary="\#(boundary)" \#(attributes)>\#(colors)"#
            + "<ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>"
    }
}
