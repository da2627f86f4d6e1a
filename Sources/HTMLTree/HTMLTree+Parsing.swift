internal import CLibXML2

extension HTMLTree {
    /// Reads a page, however broken its markup, with libxml2's HTML parser.
    ///
    /// The parser reports what it meets and builds no tree of its own: its trees end at a depth of 256. It loads nothing, from
    /// the network or elsewhere, and keeps its complaints to itself.
    ///
    /// - Parameter depth: elements open at once at which reading stops. The parser looks through all of them at every stray
    ///   end tag.
    /// - Throws: where the page is larger than the parser can hold (2 GiB), or memory runs out.
    package init(_ html: String, depth: Int = 10_000) throws(HTMLTreeError) {
        let bytes = markup(html)
        guard let size = Int32(exactly: bytes.count) else { throw HTMLTreeError(cause: "the page is too large") }
        Self.initialised
        guard let parser = htmlNewParserCtxt() else { throw HTMLTreeError(cause: "no memory for the page") }
        defer { htmlFreeParserCtxt(parser) }
        var builder = TreeBuilder(depth: depth)
        withUnsafeMutablePointer(to: &builder) { builder in
            var handler = htmlSAXHandler()
            handler.startElement = { context, name, attributes in
                guard let parser = parserContext(context), let builder = treeBuilder(parser), let name else { return }
                if !builder.pointee.open(HTMLTree.Element(name: string(name), attributes: pairs(attributes))) {
                    xmlStopParser(parser)
                }
            }
            handler.endElement = { context, name in
                guard let parser = parserContext(context), let builder = treeBuilder(parser), let name else { return }
                builder.pointee.close(string(name))
            }
            handler.characters = { context, text, length in
                guard let parser = parserContext(context), let builder = treeBuilder(parser) else { return }
                builder.pointee.append(UnsafeBufferPointer(start: text, count: Int(length)))
            }
            handler.ignorableWhitespace = handler.characters
            parser.pointee.sax.pointee = handler
            parser.pointee._private = UnsafeMutableRawPointer(builder)
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            bytes.withUnsafeBytes { bytes in
                let text = bytes.bindMemory(to: CChar.self).baseAddress
                // No tree comes back: nothing is handed over that would have to be freed.
                _ = htmlCtxtReadMemory(parser, text, size, nil, "UTF-8", Int32(bitPattern: options))
            }
        }
        self = builder.finished()
    }

    /// The library must be set up by one thread before others use it.
    private static let initialised: Void = xmlInitParser()
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

/// The handler is given the parser itself, whose private field leads to the builder.
private func parserContext(_ context: UnsafeMutableRawPointer?) -> htmlParserCtxtPtr? {
    context?.assumingMemoryBound(to: htmlParserCtxt.self)
}

private func treeBuilder(_ parser: htmlParserCtxtPtr) -> UnsafeMutablePointer<TreeBuilder>? {
    parser.pointee._private?.assumingMemoryBound(to: TreeBuilder.self)
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
