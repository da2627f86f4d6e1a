internal import Decisions
internal import FileAccess
internal import Foundation
internal import Nianbao
internal import ReportForms
internal import ReportReader
internal import ReportStandard
internal import SheetWriter

/// Writes what agencies have to answer: a spreadsheet of all, and a page for printing of each.
struct AgencyExport: Sendable {
    let desk: ReviewDesk
    let store: ReviewStore
    let password: String?
    private let labels: FigureLabels
    private let comparison: ReportComparison

    init(desk: ReviewDesk, store: ReviewStore, forms: FormLibrary, password: String?) {
        (self.desk, self.store, self.password) = (desk, store, password)
        labels = FigureLabels(forms: forms)
        comparison = ReportComparison(forms: forms)
    }

    /// Of the agency with this key; an empty one stands for reports that name none.
    func findings(key: String) async throws -> AgencyFindings {
        let entries = try store.entries(agencyKey: key)
        var reports: [Report] = []
        for entry in entries { reports.append(try await desk.reports(of: entry).now) }
        let book = await desk.book
        return AgencyFindings(
            agency: entries.first?.agency, reports: reports, comparison: comparison, labels: labels,
            opinions: { book.opinions(on: $1, of: .init($0)) })
    }

    func writeWorkbook(_ path: String) async throws {
        var book = try FindingsWorkbook(path: path)
        for agency in try store.progress().sorted(by: { $0.agency ?? "" < $1.agency ?? "" }) {
            try book.append(try await findings(key: agency.key), labels: labels)
        }
        try book.close()
    }

    func page(_ findings: AgencyFindings) async throws -> String {
        let password = password
        return try await PictureStore.aside {
            // Most places are on pages of the same few files.
            var open: [String: PagePictures?] = [:]
            return AgencyPage(findings: findings) { question in
                guard let page = question.page, let box = question.box else { return nil }
                let source = question.report.source
                let pictures: PagePictures?
                if let known = open[source.file] {
                    pictures = known
                } else {
                    let file = try? SourceFile.bytes(path: source.file, sha256: source.sha256, password: password)
                    pictures = file.flatMap { try? PagePictures($0, password: password) }
                    open[source.file] = .some(pictures)
                }
                return (try? pictures?.png(page: page, around: box, margin: (150, 60), resolution: 110)).map {
                    Data($0)
                }
            }.html
        }
    }

    /// A spreadsheet, and a page for each agency that has something to answer.
    ///
    /// - Returns: how many pages there are.
    func write(into folder: String) async throws -> Int {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await writeWorkbook(folder + "/findings.xlsx")
        var names = Set<String>()
        for agency in try store.progress() {
            let findings = try await findings(key: agency.key)
            guard !findings.questions.isEmpty else { continue }
            let file = try AtomicFile(path: folder + "/" + Self.fileName(agency.agency, besides: &names))
            try file.write(try await page(findings))
            try file.finish()
        }
        return names.count
    }

    /// The agency's name as far as a file can be called so.
    static func fileName(_ agency: String?, besides names: inout Set<String>) -> String {
        let plain = (agency ?? "").map { $0.isLetter || $0.isNumber ? $0 : "_" }.prefix(60)
        let stem = plain.isEmpty || plain.allSatisfy { $0 == "_" } ? "未写明机关" : String(plain)
        var name = stem
        var number = 1
        while !names.insert(name).inserted {
            number += 1
            name = "\(stem)-\(number)"
        }
        return name + ".html"
    }
}
