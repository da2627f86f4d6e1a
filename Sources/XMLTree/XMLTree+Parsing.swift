internal import CLibXML2

extension XMLTree {
    /// Reads a document with libxml2, up to the first place where it is not well formed.
    ///
    /// Strict: a document type declaration ends it, so there are no entities but the five of XML, and nothing is loaded from
    /// anywhere.
    ///
    /// - Parameters:
    ///   - prefixes: for each namespace that is known what its names begin with.
    ///   - otherPrefix: what names of other namespaces begin with; nil for nothing, as if they had none.
    /// - Throws: where the library is not there, the document is too large, has a document type declaration or no element at all.
    package static func parsed(
        _ bytes: some Collection<UInt8>, prefixes: [String: String], otherPrefix: String? = "?",
        limits: XMLLimits = XMLLimits()
    ) throws(XMLTreeError) -> XMLTree {
        guard bytes.count <= limits.size, let size = Int32(exactly: bytes.count) else {
            throw XMLTreeError(cause: "larger than \(limits.size >> 20) MiB")
        }
        if let failure = nb_libxml2_load() { throw XMLTreeError(cause: String(cString: failure)) }
        guard let parser = xmlNewParserCtxt() else { throw XMLTreeError(cause: "no memory") }
        defer { xmlFreeParserCtxt(parser) }
        let builder = TreeBuilder(limits: limits, prefixes: prefixes, otherPrefix: otherPrefix)
        var listener = Listener(parser: parser, builder: builder)
        withUnsafeMutablePointer(to: &listener) { listener in
            parser.pointee.sax.pointee = Listener.handler
            parser.pointee.userData = UnsafeMutableRawPointer(listener)
            let options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
            withContiguousBytes(bytes) { text in
                // No tree comes back: nothing is handed over that would have to be freed.
                _ = xmlCtxtReadMemory(parser, text, size, nil, nil, Int32(options))
            }
        }
        if listener.hasDocumentType { throw XMLTreeError(cause: "it has a document type declaration") }
        let tree = listener.builder.finished()
        if tree.nodes.isEmpty { throw XMLTreeError(cause: tree.damage ?? "no element in it") }
        return tree
    }
}

private func withContiguousBytes(_ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>?) -> Void) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { bytes in
        body(UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
    }
    if isDone == nil { Array(bytes).withUnsafeBytes { body($0.bindMemory(to: CChar.self).baseAddress) } }
}

// MARK: From C

/// What the parser reports to.
private struct Listener {
    let parser: xmlParserCtxtPtr
    var builder: TreeBuilder
    var hasDocumentType = false

    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.internalSubset = { context, _, _, _ in
            guard let listener = listener(context) else { return }
            listener.pointee.hasDocumentType = true
            xmlStopParser(listener.pointee.parser)
        }
        handler.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
            guard let listener = listener(context), let name else { return }
            let isOpen = listener.pointee.open(name, uri, attributes: attributes, count: Int(count))
            if !isOpen { xmlStopParser(listener.pointee.parser) }
        }
        handler.endElementNs = { context, _, _, _ in listener(context)?.pointee.builder.close() }
        handler.characters = { context, text, length in
            listener(context)?.pointee.builder.append(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.serror = { context, error in
            guard let listener = listener(context), let error, error.pointee.level >= 3 else { return }
            let message = error.pointee.message.map { String(cString: $0).filter { $0 != "\n" } }
            listener.pointee.builder.damage = listener.pointee.builder.damage ?? message ?? "not well formed"
        }
        return handler
    }

    /// Opens an element; of each attribute there are five pointers: local name, prefix, namespace, the value and its end.
    mutating func open(
        _ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> Bool {
        guard builder.open(number(name, uri)) else { return false }
        guard let attributes else { return true }
        for place in stride(from: 0, to: 5 * count, by: 5) {
            guard let name = attributes[place], let start = attributes[place + 3], let end = attributes[place + 4],
                end >= start
            else { continue }
            builder.add(
                number(name, attributes[place + 2]), value: UnsafeBufferPointer(start: start, count: end - start))
        }
        return true
    }

    private mutating func number(_ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) -> Int32 {
        builder.number(
            of: TreeBuilder.Name(local: UInt(bitPattern: name), namespace: UInt(bitPattern: uri)),
            local: { String(cString: name) }, namespace: { uri.map { String(cString: $0) } })
    }
}

private func listener(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Listener>? {
    context?.assumingMemoryBound(to: Listener.self)
}
