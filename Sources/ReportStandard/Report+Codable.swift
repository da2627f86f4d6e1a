extension Report: Codable {
    private enum Keys: String, CaseIterable {
        case schema, source, agency, publisher, year, period, form, preamble, sections, checks, findings
    }

    /// The members of a report's JSON that are no tables: what no table may be called.
    package static let members = Set(Keys.allCases.map(\.rawValue))

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: PathKey.self)
        func key(_ key: Keys) -> PathKey { PathKey(key.rawValue) }
        try container.encode(Self.schema, forKey: key(.schema))
        try container.encode(source, forKey: key(.source))
        try container.encode(agency, forKey: key(.agency))
        try container.encodeIfPresent(publisher, forKey: key(.publisher))
        try container.encode(year, forKey: key(.year))
        try container.encode(period, forKey: key(.period))
        try container.encode(form, forKey: key(.form))
        if !preamble.isEmpty { try container.encode(preamble, forKey: key(.preamble)) }
        try container.encode(sections, forKey: key(.sections))
        try container.encode(checks, forKey: key(.checks))
        try container.encode(findings, forKey: key(.findings))
        for entry in figures {
            try encode(entry, path: entry.code.path[...], into: &container)
        }
    }

    private func encode(
        _ entry: Entry, path: ArraySlice<String>, into container: inout KeyedEncodingContainer<PathKey>
    ) throws {
        guard let first = path.first else { return }
        if path.count == 1 {
            try container.encode(entry.figure, forKey: PathKey(first))
        } else {
            // Asking again for the container of a key gives the same one.
            var inner = container.nestedContainer(keyedBy: PathKey.self, forKey: PathKey(first))
            try encode(entry, path: path.dropFirst(), into: &inner)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: PathKey.self)
        func value<T: Decodable>(_ key: Keys) throws -> T? {
            try container.decodeIfPresent(T.self, forKey: PathKey(key.rawValue))
        }
        let schema: String? = try value(.schema)
        guard schema == Self.schema else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "schema is \(schema ?? "absent"), not \(Self.schema)"))
        }
        guard let source: Source = try value(.source) else {
            throw DecodingError.keyNotFound(
                PathKey("source"), .init(codingPath: decoder.codingPath, debugDescription: "no source"))
        }
        self.init(
            source: source, agency: try value(.agency), publisher: try value(.publisher), year: try value(.year),
            period: try value(.period),
            form: try value(.form), preamble: try value(.preamble) ?? [], sections: try value(.sections) ?? [],
            figures: try container.allKeys.filter { !Self.members.contains($0.stringValue) }
                .sorted { $0.stringValue < $1.stringValue }
                .flatMap { try Self.entries(in: container, at: $0, path: []) },
            checks: try value(.checks) ?? [], findings: try value(.findings) ?? [])
    }

    private static func entries(
        in container: KeyedDecodingContainer<PathKey>, at key: PathKey, path: [String]
    ) throws -> [Entry] {
        let path = path + [key.stringValue]
        let inner = try container.nestedContainer(keyedBy: PathKey.self, forKey: key)
        if inner.contains(PathKey("status")) {
            // A report has hundreds of figures, and opening a container is what takes the time: this one is open already.
            let figure = try Figure(in: inner) { PathKey($0.rawValue) }
            return [Entry(code: IndicatorCode(path: path), figure: figure)]
        }
        return try inner.allKeys.sorted { $0.stringValue < $1.stringValue }.flatMap {
            try entries(in: inner, at: $0, path: path)
        }
    }
}

/// A key that is a part of a code.
private struct PathKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
