public import FileAccess
public import ReportForms
public import ReportStandard

/// The `datapackage.json` beside a CSV of figures: what its columns hold, so that other programs read it without being told.
///
/// By the Data Package standard, version 2.0 (datapackage.org). A licence is for the publisher to add; nothing in it depends on the
/// time of writing.
public struct DataPackage: Sendable {
    /// What it is called, beside its CSV.
    public static let fileName = "datapackage.json"

    private let resources: [JSONValue]

    /// A CSV file as written.
    public struct File: Hashable, Sendable {
        /// Its path in the package.
        public var name: String
        public var bytes: Int
        public var sha256: String

        public init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// - Parameters:
    ///   - csv: the CSV as written; its name is its path in the package.
    ///   - reports: what is in it.
    public init(csv: FileBytes, reports: [Report], forms: FormLibrary) {
        self.init(
            csv: File(name: csv.name, bytes: csv.count, sha256: csv.sha256), sources: reports.map(\.source),
            usedForms: Set(reports.compactMap(\.form)), forms: forms)
    }

    /// - Parameters:
    ///   - sources: what its rows were read from, in their order.
    ///   - usedForms: the names of their forms.
    ///   - findings: the CSV of the reports' findings, where there is one.
    public init(
        csv: File, sources: [Source], usedForms: Set<String>, forms: FormLibrary, findings: File? = nil
    ) {
        var seen = Set<String>()
        let prescribed = forms.forms.filter { usedForms.contains($0.form) && seen.insert($0.source).inserted }.map {
            JSONValue.object(["title": .string("\($0.title)（\($0.source)）")])
        }
        let read = sources.filter { seen.insert($0.file).inserted }.map {
            JSONValue.object(["title": .string($0.file), "hash": .string("sha256:\($0.sha256)")])
        }
        var figures = Self.resource(
            csv, title: "Figures of annual reports on open government information 政府信息公开工作年度报告数据",
            schema: Self.schema)
        figures["sources"] = .array(prescribed + read)
        resources =
            [figures]
            + (findings.map {
                [Self.resource($0, title: "What was found in the reports 核查发现", schema: Self.findingsSchema)]
            } ?? [])
    }

    private static func resource(_ file: File, title: String, schema: JSONValue) -> JSONValue {
        [
            "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
            "name": .string(resourceName(file.name)),
            "type": "table",
            "path": .string(file.name),
            "title": .string(title),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": .number(.init(file.bytes)),
            "hash": .string("sha256:\(file.sha256)"),
            "schema": schema,
        ]
    }

    /// The descriptor as text.
    ///
    /// - Parameter existing: the descriptor that is there. All it says stays, such as a licence or other tables; of the CSV's own
    ///   resources what is known here is replaced.
    /// - Returns: nil where `existing` is no data package, and had better be left alone.
    public func text(existing: [UInt8]?) throws -> String? {
        guard let existing else { return try JSONText.pretty(Self.package(of: resources)) + "\n" }
        guard var package = try? JSONValue(decoding: existing), var described = package["resources"]?.elements
        else { return nil }
        for resource in resources { Self.put(resource, into: &described) }
        package["resources"] = .array(described)
        return try JSONText.pretty(package) + "\n"
    }

    /// In the place of the resource with the same path, where there is one.
    private static func put(_ resource: JSONValue, into resources: inout [JSONValue]) {
        if let own = resources.firstIndex(where: { $0["path"] == resource["path"] }) {
            guard case .object(let members) = resource else { return }
            let name = resources[own]["name"]
            for (key, value) in members { resources[own][key] = value }
            resources[own]["name"] = name ?? resource["name"]
        } else {
            resources.append(resource)
            let names = Set(resources.dropLast().compactMap { $0["name"]?.text })
            let name = resource["name"]?.text ?? ""
            let free = ([name] + (2...resources.count + 1).map { "\(name)-\($0)" }).first { !names.contains($0) }
            resources[resources.count - 1]["name"] = .string(free ?? name)
        }
    }

    private static func package(of resources: [JSONValue]) -> JSONValue {
        [
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "open-government-information-annual-reports",
            "title": "Annual reports on open government information 政府信息公开工作年度报告",
            "resources": .array(resources),
        ]
    }

    /// The file's name without its ending, in the characters that names of resources should have.
    private static func resourceName(_ file: String) -> String {
        let stem = file.lowercased().hasSuffix(".csv") ? file.dropLast(4) : file[...]
        let letters = stem.lowercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
                ? character : "-"
        }
        let name = String(letters)
        return name.contains { $0 != "-" } ? name : "figures"
    }

    private static let schema = TableSchema.of(FigureColumns.all)
    private static let findingsSchema = TableSchema.of(FindingColumns.all)
}
