/// The fields at the start of a message or of a part of one (RFC 5322, section 2.2).
struct MIMEHeader {
    /// Names in lower case, and values with their lines joined.
    private var fields: [(name: String, value: String)] = []
    /// Where the body starts, after the empty line.
    private(set) var end: Int

    init(_ part: ArraySlice<UInt8>) {
        var rest = part
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            let text = String(decoding: line, as: UTF8.self)
            let isBlank = text.allSatisfy(\.isWhitespace)
            if let first = text.first, first == " " || first == "\t", !isBlank, !fields.isEmpty {
                fields[fields.count - 1].value += text.trimmed
            } else if let colon = text.firstIndex(of: ":"), !isBlank {
                fields.append((text[..<colon].trimmed.lowercased(), String(text[text.index(after: colon)...].trimmed)))
            } else if !isBlank {
                // Not a header: the body has begun.
                break
            }
            rest = rest.dropFirst(line.count + 1)
            // Empty lines before the first field are none.
            if isBlank && !fields.isEmpty { break }
        }
        end = rest.startIndex
    }

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The content's type in lower case, without parameters.
    var type: String {
        (self["content-type"]?.prefix { $0 != ";" }.trimmed).map { $0.lowercased() } ?? ""
    }

    /// A parameter of the content's type: `boundary="----=_NextPart_01"`.
    func parameter(_ name: String) -> String? {
        let parameters = self["content-type"]?.split(separator: ";").dropFirst() ?? []
        for parameter in parameters {
            guard let equals = parameter.firstIndex(of: "="), parameter[..<equals].trimmed.lowercased() == name
            else { continue }
            var value = parameter[parameter.index(after: equals)...].trimmed
            if value.hasPrefix("\""), let close = value.dropFirst().firstIndex(of: "\"") {
                value = value[..<close].dropFirst()
            }
            return String(value)
        }
        return nil
    }
}
