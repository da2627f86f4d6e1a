/// The JSON Schema (draft 2020-12) of a report's JSON.
public enum ReportSchema {
    public static var text: String { String(decoding: PackageResources.report_schema_json, as: UTF8.self) }
}

/// The JSON Schema (draft 2020-12) of a ``LocatedFinding``'s JSON.
public enum FindingSchema {
    public static var text: String { String(decoding: PackageResources.findings_schema_json, as: UTF8.self) }
}
