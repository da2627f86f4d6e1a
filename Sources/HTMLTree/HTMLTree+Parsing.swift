internal import CLibXML2

extension HTMLTree {
    /// Reads a page, however broken its markup, with libxml2's HTML parser.
    ///
    /// The parser reports what it meets and builds no tree of its own: its trees end at a depth of 256. It loads nothing, from
    /// the network or elsewhere, and keeps its complaints to itself.
    ///
    /// - Parameter depth: elements open at once at which reading stops. The parser looks through all of them at every stray
    ///   end tag.
    /// - Throws: where the library is not there, the page is larger than the parser can hold (2 GiB), or memory runs out.
    package init(_ html: String, depth: Int = 10_000) throws(HTMLTreeError) {
        let bytes = markup(html)
        guard let size = Int32(exactly: bytes.count) else { throw HTMLTreeError(cause: "the page is too large") }
        if let failure = nb_libxml2_load() { throw HTMLTreeError(cause: String(cString: failure)) }
        guard let parser = htmlNewParserCtxt() else { throw HTMLTreeError(cause: "no memory for the page") }
        defer { htmlFreeParserCtxt(parser) }
        var listener = Listener(parser: parser, builder: TreeBuilder(depth: depth))
        withUnsafeMutablePointer(to: &listener) { listener in
            parser.pointee.sax.pointee = Listener.handler
            parser.pointee.userData = UnsafeMutableRawPointer(listener)
            let options =
                HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                | HTML_PARSE_IGNORE_ENC
            bytes.withUnsafeBytes { bytes in
                let text = bytes.bindMemory(to: CChar.self).baseAddress
                // No tree comes back: nothing is handed over that would have to be freed.
                _ = htmlCtxtReadMemory(parser, text, size, nil, "UTF-8", Int32(options))
            }
        }
        self = listener.builder.finished()
    }
}

/// The page's bytes as the parser needs them: without zero bytes, at which it stops, and without marked sections, which it
/// takes for text. `<![if !mso]>` and `<![endif]>`, which office programs write, are comments by the standard; the one in
/// `<!--[if mso]>…<![endif]-->` ends a comment and stays.
private func markup(_ html: String) -> [UInt8] {
    var bytes = Array(html.utf8)
    var kept = 0
    var next = 0
    // The closing bracket at or after `next`.
    var close = -1
    while next < bytes.count {
        let byte = bytes[next]
        if byte == UInt8(ascii: "<"), bytes[next...].starts(with: "<![".utf8) {
            if close < next { close = bytes[next...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
            if close < bytes.count, !bytes[..<close].suffix(2).elementsEqual("--".utf8) {
                next = close + 1
                continue
            }
        }
        bytes[kept] = byte == 0 ? UInt8(ascii: " ") : byte
        kept += 1
        next += 1
    }
    bytes.removeLast(bytes.count - kept)
    return bytes
}

// MARK: From C

/// What the parser reports to.
private struct Listener {
    let parser: htmlParserCtxtPtr
    var builder: TreeBuilder

    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { context, name, attributes in
            guard let listener = listener(context), let name else { return }
            if !listener.pointee.builder.open(HTMLTree.Element(name: string(name), attributes: pairs(attributes))) {
                xmlStopParser(listener.pointee.parser)
            }
        }
        handler.endElement = { context, name in
            guard let listener = listener(context), let name else { return }
            listener.pointee.builder.close(string(name))
        }
        handler.characters = { context, text, length in
            listener(context)?.pointee.builder.append(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        handler.ignorableWhitespace = handler.characters
        return handler
    }
}

private func listener(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Listener>? {
    context?.assumingMemoryBound(to: Listener.self)
}

private func string(_ text: UnsafePointer<xmlChar>) -> String { String(cString: text) }

/// Names and values by turns, ended by a null; an attribute without a value has a null too.
private func pairs(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [HTMLTree.Attribute] {
    guard let attributes else { return [] }
    var pairs: [HTMLTree.Attribute] = []
    var place = 0
    while let name = attributes[place] {
        pairs.append(HTMLTree.Attribute(name: string(name), value: attributes[place + 1].map(string) ?? ""))
        place += 2
    }
    return pairs
}
