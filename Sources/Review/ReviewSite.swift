internal import ArchiveConversion
internal import Decisions
internal import FileAccess
internal import Foundation
internal import Nianbao
internal import ReportForms
internal import ReportReader
internal import ReportStandard
internal import ReviewPage

/// What the page asks for, and what it is answered. Nothing is looked up on the disk by a name that was sent.
struct ReviewSite: Sendable {
    let desk: ReviewDesk
    let store: ReviewStore
    let forms: FormLibrary
    /// What is reviewed, for the title.
    let title: String
    let password: String?
    private let pictures: PictureStore
    private let maker: ReportViewMaker
    private let labels: FigureLabels

    init(desk: ReviewDesk, store: ReviewStore, forms: FormLibrary, title: String, password: String?) {
        (self.desk, self.store, self.forms, self.title, self.password) = (desk, store, forms, title, password)
        pictures = PictureStore(password: password)
        maker = ReportViewMaker(forms: forms)
        labels = FigureLabels(forms: forms)
    }

    /// - Parameter name: what of the path follows the secret.
    func answer(_ method: String, _ name: String, query: [String: String], body: Data) async -> ReviewAnswer {
        do {
            return try await method == "POST" ? post(name, body) : get(name, query)
        } catch let error as ReviewError {
            return .failure(error)
        } catch let error as ReadError {
            return .failure(
                ReviewError(.notFound, zh: "\(error.file)：\(error.cause)", en: "\(error.file): \(error.cause)"))
        } catch is DecodingError {
            return .refusal(400)
        } catch {
            return .failure(ReviewError(.failed, zh: "\(error)", en: "\(error)"))
        }
    }

    private func get(_ name: String, _ query: [String: String]) async throws -> ReviewAnswer {
        func number(_ name: String) -> Int { query[name].flatMap { Int($0) } ?? 0 }
        if let file = PageFile.all[name] { return ReviewAnswer(type: file.type, body: Data(file.bytes)) }
        switch name {
        case "picture":
            let entry = try store.entry(number("report"))
            return ReviewAnswer(
                type: "image/png", body: try await pictures.picture(of: entry, page: number("page")), isLasting: true)
        case "tables": return try await tables(of: store.entry(number("report")))
        case "labels": return try .json(labels.all)
        default: break
        }
        try await desk.refresh()
        switch name {
        case "state": return try await state()
        case "queue": return try queue(ReviewFilter(query), query)
        case "counts": return try counts(ReviewFilter(query))
        case "report": return try await report(store.entry(number("id")))
        case "progress": return try .json(store.progress().map(ProgressView.init))
        case "findings.xlsx": return try await workbook()
        case "agency": return try await agency(query["key"] ?? "")
        default: return .refusal(404)
        }
    }

    private func post(_ name: String, _ body: Data) async throws -> ReviewAnswer {
        switch name {
        case "decide":
            let wish = try JSONDecoder().decode(ReviewDesk.Wish.self, from: body)
            try await desk.decide(wish)
            return try await report(store.entry(wish.report))
        case "undo":
            guard let undone = try await desk.undo() else {
                throw ReviewError(.wrong, zh: "没有可以撤销的核定", en: "there is nothing to undo")
            }
            return try .json(["report": "\(undone.report)", "code": undone.code])
        default: return .refusal(404)
        }
    }

    // MARK: The queue

    private struct State: Encodable {
        var title: String
        var reviewer: String
        var decisions: String
        var reports: Int
        var items: Int
        var left: Int
        var conflicts: Int
        var resolution: Double
        /// Lines of the file of decisions that are none.
        var problems: [String]
        var doubts: [String: [String]]
        var kinds: [String: [String]]
    }

    private func state() async throws -> ReviewAnswer {
        var all = ReviewFilter()
        all.state = .all
        let (book, problems) = await (desk.book, desk.problems)
        return try .json(
            State(
                title: title, reviewer: desk.reviewer, decisions: desk.decisionsPath, reports: store.reportCount,
                items: store.total(all), left: store.total(ReviewFilter()), conflicts: book.conflicts.count,
                resolution: PictureStore.resolution, problems: problems.suffix(20).map(\.description),
                doubts: Dictionary(
                    uniqueKeysWithValues: Doubt.allCases.map { ($0.rawValue, [$0.wording.zh, $0.wording.en]) }),
                kinds: Dictionary(
                    uniqueKeysWithValues: ReviewItem.Kind.allCases.map {
                        ($0.rawValue, [$0.wording.zh, $0.wording.en])
                    })))
    }

    private struct Queue: Encodable {
        var total: Int
        var items: [ReviewStore.Item]
    }

    private func queue(_ filter: ReviewFilter, _ query: [String: String]) throws -> ReviewAnswer {
        let rank = query["rank"].flatMap { Int($0) } ?? 0
        let id = query["after"].flatMap { Int($0) } ?? 0
        let items = try store.queue(filter, after: (rank, id), most: 100)
        return try .json(Queue(total: store.total(filter), items: items))
    }

    private struct CountView: Encodable {
        var value: String
        var name: String?
        var count: Int
    }

    private func counts(_ filter: ReviewFilter) throws -> ReviewAnswer {
        var counts: [String: [CountView]] = [:]
        for facet in ReviewFilter.Facet.allCases {
            counts[facet.rawValue] = try store.counts(of: facet, filter).map {
                CountView(value: $0.value, name: $0.name, count: $0.count)
            }
        }
        return try .json(counts)
    }

    private struct ProgressView: Encodable {
        var key: String
        var agency: String?
        var reports: Int
        var items: Int
        var left: Int

        init(_ progress: ReviewStore.Progress) {
            (key, agency, reports) = (progress.key, progress.agency, progress.reports)
            (items, left) = (progress.items, progress.left)
        }
    }

    // MARK: A report

    private func report(_ entry: ReviewStore.Entry) async throws -> ReviewAnswer {
        let (read, now, _) = try await desk.reports(of: entry)
        let book = await desk.book
        let document = DecisionBook.Document(read)
        return try .json(
            maker.view(
                of: entry, read: read, now: now, opinions: { book.opinions(on: $0, of: document) },
                items: store.items(of: entry.id),
                years: entry.agencyKey.map { key in try store.entries(agencyKey: key) } ?? [entry]))
    }

    private struct TableView: Encodable {
        var columns: Int
        var rows: [[CellView]]
    }

    private struct CellView: Encodable {
        var text: String
        var rows: Int
        var columns: Int
        /// The figure that stands there.
        var code: String?
    }

    /// The tables of a source without pages, as they were read.
    private func tables(of entry: ReviewStore.Entry) async throws -> ReviewAnswer {
        let (forms, password) = (forms, password)
        let found = try await PictureStore.aside {
            let file = try SourceFile.bytes(path: entry.file, sha256: entry.sha256, password: password)
            return try TablesAsRead(file, forms: forms, password: password)
        }
        let places = (found.places[entry.document] ?? [:]).sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
        let codes = Dictionary(places) { first, _ in first }
        return try .json(
            found.tables.enumerated().map { number, table in
                var rows = [[CellView]](repeating: [], count: table.rows)
                for cell in table.cells {
                    let place = TablesAsRead.Place(
                        table: number, row: cell.rows.lowerBound, column: cell.columns.lowerBound)
                    rows[cell.rows.lowerBound].append(
                        CellView(
                            text: cell.text, rows: cell.rows.count, columns: cell.columns.count,
                            code: codes[place]?.description))
                }
                return TableView(columns: table.columns, rows: rows)
            })
    }

    // MARK: What agencies have to answer

    private func workbook() async throws -> ReviewAnswer {
        let path = FileManager.default.temporaryDirectory.path + "/nianbao-\(RequestGuard.makeSecret()).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await AgencyExport(desk: desk, store: store, forms: forms, password: password).writeWorkbook(path)
        return ReviewAnswer(
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            body: try Data(contentsOf: URL(filePath: path)), fileName: "findings.xlsx")
    }

    private func agency(_ key: String) async throws -> ReviewAnswer {
        let export = AgencyExport(desk: desk, store: store, forms: forms, password: password)
        let html = try await export.page(try await export.findings(key: key))
        return ReviewAnswer(type: "text/html; charset=utf-8", body: Data(html.utf8), isStandalone: true)
    }
}
