/// The JSON Schema (draft 2020-12) of a report's JSON.
public enum ReportSchema {
    public static var text: String { String(decoding: PackageResources.report_schema_json, as: UTF8.self) }
}
