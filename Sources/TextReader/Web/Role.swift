internal import HTMLTree

/// What an element means for the flow of a page's text.
enum Role: Hashable {
    case inline, link, lineBreak, block, heading, preformatted
    /// Not shown, or none of what the page publishes.
    case hidden

    var isBlock: Bool { self == .block || self == .heading || self == .preformatted }
}

extension HTMLTree.Element {
    /// By the element's name as the HTML Standard suggests to render it (section 15.3), and by the style that hides it.
    var role: Role {
        if isHidden { return .hidden }
        switch name {
        case "br": return .lineBreak
        case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
        case "pre", "listing", "xmp", "plaintext": return .preformatted
        case "a": return self["href"] == nil ? .inline : .link
        case "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
            "dl", "dt", "fieldset", "figcaption", "figure", "form", "header", "hgroup", "hr", "html", "legend", "li",
            "main", "menu", "ol", "p", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
            "tr", "ul":
            return .block
        // What the page loads or computes, fields to fill in, data of office programs (`xml`), and what goes with the site.
        case "title", "script", "style", "noscript", "template", "iframe", "noframes", "object", "applet", "audio",
            "video", "canvas", "svg", "math", "map", "datalist", "select", "textarea", "button", "xml", "nav", "aside",
            "footer":
            return .hidden
        default: return .inline
        }
    }

    private var isHidden: Bool {
        if self["hidden"] != nil { return true }
        guard let style = self["style"] else { return false }
        // In bytes, since every cell that an office program writes has a style: without blanks, letters in lower case.
        let declarations = style.utf8.filter { $0 > 0x20 }.map { $0 | 0x20 }.split(separator: UInt8(ascii: ";"))
        return declarations.contains { declaration in hidingDeclarations.contains { declaration.starts(with: $0.utf8) }
        }
    }
}

private let hidingDeclarations = ["display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"]
