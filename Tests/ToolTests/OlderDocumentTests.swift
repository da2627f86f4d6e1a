import Foundation
import TestSupport
import Testing

/// Without LibreOffice there is nothing to try; in continuous integration it has to be there.
private let hasOffice =
    ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    || ProcessInfo.processInfo.environment["CI"] != nil

@Suite(
    "Documents of older programs", .enabled(if: hasOffice, "LibreOffice is not installed: samples/setup.sh --office"))
struct OlderDocumentTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    /// Code, value and status of each figure.
    private func figures(_ name: String, _ options: String...) async throws -> [String] {
        let run = try await files.tool.run(
            ["extract", name, "--format", "csv", "--quiet", "--no-datapackage", "--office-cache", "cache"] + options)
        #expect(run.status == 0, "\(run.error)")
        return run.text.split(separator: "\r\n").dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return "\(fields[6]) \(fields[10]) \(fields[11])"
        }
    }

    @Test(
        "give the figures of what they were made from, whatever they are called",
        arguments: [
            ("bureau-2023-web-gbk.html", "doc", "report.doc"),
            ("bureau-2023-web-gbk.html", "doc", "report.pdf"),
            ("bureau-2023-web-gbk.html", "rtf", "report.doc"), ("city-2022-workbook.xlsx", "xls", "report.et"),
        ])
    func converted(sample: String, format: String, name: String) async throws {
        let made = try await files.tool.shell(
            """
            HOME=$PWD soffice -env:UserInstallation=file://$PWD/profile --headless \
                \(sample.hasSuffix("html") ? "--infilter='HTML (StarWriter)'" : "") --convert-to \(format) --outdir made \
                \(Project.sample(sample)) && mv made/* \(name)
            """
        )
        #expect(made.status == 0)
        #expect(try await figures(name) == figures(Project.sample(sample)))
    }

    @Test("one that was converted is not converted again, and several take one start")
    func cache() async throws {
        try files.write("a.rtf", #"{\rtf1\ansi 2023\par}"#)
        try files.write("b.rtf", #"{\rtf1\ansi 2024\par}"#)
        _ = try await files.tool.run("extract", "a.rtf", "b.rtf", "--quiet", "--office-cache", "cache")
        let kept = try await files.tool.shell("find cache -type f | wc -l")
        #expect(kept.text == "2\n")
        // With a program that does nothing only what was kept is read. It is known by its path's version, so it has to be the same.
        let again = try await files.tool.run(
            "extract", "a.rtf", "--quiet", "--office-cache", "cache", "--format", "ndjson")
        let fresh = try await files.tool.run("extract", "a.rtf", "--quiet", "--no-office-cache", "--format", "ndjson")
        #expect(again.text == fresh.text && !again.text.isEmpty)
    }

    @Test("where LibreOffice is missing the message says how to get it, and nothing else is lost")
    func missing() async throws {
        try files.write("a.rtf", #"{\rtf1\ansi 2023\par}"#)
        let run = try await files.tool.run(
            ["extract", "a.rtf", "--no-office-cache"], environment: ["NIANBAO_OFFICE": "/nowhere/soffice"])
        #expect(run.status == 1)
        #expect(
            run.error.hasPrefix(
                "nianbao: a.rtf: LibreOffice, which converts it, is not installed: samples/setup.sh --office"))
    }

    @Test("a damaged one says so, and those after it are read")
    func damaged() async throws {
        try files.write("a.doc", Data(MadeCompound.file(streams: ["WordDocument"])))
        try files.write("b.rtf", #"{\rtf1\ansi 2024\par}"#)
        let run = try await files.tool.run(
            "extract", "a.doc", "b.rtf", "--quiet", "--no-office-cache", "--format", "ndjson")
        #expect(run.status == 2)
        #expect(run.error == "nianbao: a.doc: LibreOffice cannot read it: it is damaged\n")
        #expect(run.text.contains("\"kind\":\"rtf\""))
    }

    @Test("a document with a password needs it, and is opened with it", arguments: ["agile", "standard"])
    func password(kind: String) async throws {
        try files.copy(Project.fixture("encrypted-\(kind).docx"), as: "a.docx")
        let without = try await files.tool.run("extract", "a.docx")
        #expect(without.status == 1)
        #expect(without.error == "nianbao: a.docx: encrypted; give its password with --password\n")
        let wrong = try await files.tool.run("extract", "a.docx", "--password", "no")
        #expect(wrong.error == "nianbao: a.docx: encrypted, and the password given does not open it\n")
        let opened = try await files.tool.run(
            "extract", "a.docx", "--password", "geheim", "--format", "ndjson", "--quiet")
        #expect(opened.text.contains("琥珀市水务局") && opened.text.contains("\"kind\":\"docx\""))
    }
}
