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

    private static let schema: JSONValue = [
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": .array(fields),
        "primaryKey": ["file", "document", "code"],
        "missingValues": [""],
    ]

    /// The columns of ``FigureTable``, in its order.
    private static let fields: [JSONValue] = [
        field("file", "string", "文件", "The file the report was read from, as given", ["required": true]),
        field(
            "document", "integer", "文件中第几份报告", "Which report of the file it is, from 1",
            ["required": true, "minimum": 1]),
        field("agency", "string", "机关", "The agency that reports, as printed"),
        field("year", "integer", "年度", "The year reported on"),
        field("form", "string", "格式", "The form that the report's tables follow"),
        field("table", "string", "表", "The table that the figure stands in"),
        // Empty in the one row of a report without figures, and a part of the key.
        field(
            "code", "string", "指标代码", "The stable name of the figure; nianbao indicators lists them all", missing: []),
        field("row", "string", "行", "Labels of the row in the form, from the outermost to its own"),
        field("column", "string", "列", "Labels of the column in the form, from the outermost to its own"),
        field("unit", "string", "单位", "The unit as printed, else the form's"),
        field("value", "number", "数值", "The number as printed, or recovered from the report's own arithmetic"),
        field(
            "status", "string", "状态",
            "printed as read; blank: nothing there; recovered: fixed by the report's arithmetic; suspect: in doubt; missing: not in the document",
            ["enum": .array(Figure.Status.allCases.map { .string($0.rawValue) })]),
        field("printed", "string", "原文", "The whole text of the cell"),
        field("page", "integer", "页", "Page of the file, from 1", ["minimum": 1]),
        field("x0", "number", "左", "Left edge of the cell in points (1/72 inch), from the page's top-left corner"),
        field("y0", "number", "上", "Top edge of the cell in points"),
        field("x1", "number", "右", "Right edge of the cell in points"),
        field("y1", "number", "下", "Bottom edge of the cell in points"),
    ]

    private static let findingsSchema: JSONValue = [
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": .array(findingsFields),
        "missingValues": [""],
    ]

    /// The columns of ``FindingFormat``, in its order.
    private static let findingsFields: [JSONValue] =
        [
            field("file", "string", "文件", "The file the report was read from, as given", ["required": true]),
            field(
                "document", "integer", "文件中第几份报告", "Which report of the file it is, from 1",
                ["required": true, "minimum": 1]),
            field("agency", "string", "机关", "The agency that reports, as printed"),
            field("year", "integer", "年度", "The year reported on"),
            field(
                "kind", "string", "类型", "What was found; nianbao check --kinds lists all kinds",
                ["required": true, "enum": .array(Finding.Kind.allCases.map { .string($0.rawValue) })]),
            field(
                "severity", "string", "程度", "How much it matters",
                ["required": true, "enum": .array(Finding.Severity.allCases.map { .string($0.rawValue) })]),
            field("message", "string", "说明", "What was found, in words"),
            field("code", "string", "代码", "The figure, check or table that it is about"),
            field("left", "number", "左边", "Where two numbers differ: the one"),
            field("right", "number", "右边", "Where two numbers differ: the other one"),
        ] + place("", "")
        + [
            field("other_file", "string", "另一文件", "The file of the report that this one does not agree with"),
            field("other_document", "integer", "另一文件中第几份报告", "Which report of that file it is"),
            field("other_agency", "string", "另一机关", "Its agency"),
            field("other_year", "integer", "另一年度", "Its year"),
        ] + place("other_", "另一")

    private static func place(_ prefix: String, _ title: String) -> [JSONValue] {
        [
            field(prefix + "page", "integer", title + "页", "Page of the file, from 1", ["minimum": 1]),
            field(prefix + "x0", "number", title + "左", "Left edge in points, from the page's top-left corner"),
            field(prefix + "y0", "number", title + "上", "Top edge in points"),
            field(prefix + "x1", "number", title + "右", "Right edge in points"),
            field(prefix + "y1", "number", title + "下", "Bottom edge in points"),
        ]
    }

    private static func field(
        _ name: String, _ type: String, _ title: String, _ description: String, _ constraints: JSONValue? = nil,
        missing: JSONValue? = nil
    ) -> JSONValue {
        var field: JSONValue = [
            "name": .string(name), "type": .string(type), "title": .string(title), "description": .string(description),
        ]
        field["constraints"] = constraints
        field["missingValues"] = missing
        return field
    }
}
