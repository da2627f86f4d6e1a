public import Decisions
internal import FlyingFox
internal import FlyingSocks
internal import Foundation
public import ReportForms

/// Serves the page on which people settle what a conversion leaves in doubt, on this machine and to nobody else.
public struct ReviewServer: Sendable {
    private let server: HTTPServer
    private let handler: Handler
    private let site: ReviewSite

    /// What a server is started with.
    public struct Options: Sendable {
        /// The ledger of the conversion.
        public var ledger: String
        /// The file of decisions; it is made with the first one.
        public var decisions: String
        /// Who decides.
        public var reviewer: String
        /// 0 for a free one.
        public var port: UInt16 = 0
        /// Shown as what is reviewed.
        public var title: String
        /// Tried on encrypted files.
        public var password: String?

        public init(ledger: String, decisions: String, reviewer: String, title: String) {
            (self.ledger, self.decisions, self.reviewer, self.title) = (ledger, decisions, reviewer, title)
        }
    }

    /// - Throws: ``ReviewError`` where the conversion, or the file of decisions, cannot be read.
    public init(_ options: Options, forms: FormLibrary) async throws {
        let store = try ReviewStore(ledger: options.ledger, forms: forms)
        let desk = ReviewDesk(
            store: store, decisionsPath: options.decisions, reviewer: options.reviewer, forms: forms)
        try await desk.refresh()
        site = ReviewSite(
            desk: desk, store: store, forms: forms, title: options.title, password: options.password)
        handler = Handler(site: site, secret: RequestGuard.makeSecret())
        // The address is told by who starts it, once; requests are nobody else's business.
        let configuration = HTTPServer.Configuration(
            address: try .inet(ip4: "127.0.0.1", port: options.port), timeout: 120,
            sharedRequestBufferSize: RequestGuard.mostBytes, sharedRequestReplaySize: RequestGuard.mostBytes,
            logger: .disabled)
        server = HTTPServer(config: configuration, handler: handler)
    }

    /// Lines of the file of decisions that are none.
    public var problems: [DecisionLines.Problem] { get async { await site.desk.problems } }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter started: told of the address of the page.
    public func run(started: @Sendable @escaping (String) -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                while try await site.desk.finishNext() { try Task.checkCancellation() }
            }
            group.addTask {
                try await server.waitUntilListening()
                guard case .ip4(_, let port) = await server.listeningAddress else { return }
                await handler.setPort(port)
                started("http://127.0.0.1:\(port)/\(handler.secret)/")
            }
            try await group.waitForAll()
        }
    }

    /// Writes what agencies have to answer into a folder.
    ///
    /// - Returns: for how many of them there is a page.
    public func export(into folder: String) async throws -> Int {
        try await AgencyExport(desk: site.desk, store: site.store, forms: site.forms, password: site.password)
            .write(into: folder)
    }
}

/// Between the library that speaks HTTP and the site.
private actor Handler: HTTPHandler {
    private let site: ReviewSite
    let secret: String
    private var port: UInt16 = 0

    init(site: ReviewSite, secret: String) { (self.site, self.secret) = (site, secret) }

    func setPort(_ port: UInt16) { self.port = port }

    nonisolated func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let head = RequestHead(request)
        do throws(RequestGuard.Refusal) {
            let name = try RequestGuard(secret: secret, port: await port).name(in: head)
            let body = head.method == "POST" ? try await Self.body(request) : Data()
            return HTTPResponse(await site.answer(head.method, name, query: Self.query(request), body: body))
        } catch {
            // What was sent besides is not read: the connection ends.
            var response = HTTPResponse(ReviewAnswer.refusal(error.rawValue))
            response.headers[.connection] = "close"
            return response
        }
    }

    private static func body(_ request: HTTPRequest) async throws(RequestGuard.Refusal) -> Data {
        do { return try await request.bodyData } catch { throw .badRequest }
    }

    private static func query(_ request: HTTPRequest) -> [String: String] {
        Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
    }
}

extension RequestHead {
    fileprivate init(_ request: HTTPRequest) {
        func header(_ name: String) -> String? {
            let values = request.headers.values(for: HTTPHeader(name))
            // Said twice, it is not said.
            return values.count == 1 ? values[0] : values.isEmpty ? nil : ""
        }
        self.init(
            method: request.method.rawValue, path: request.target.path(), host: header("Host"),
            origin: header("Origin"), site: header("Sec-Fetch-Site"), destination: header("Sec-Fetch-Dest"),
            contentType: header("Content-Type"),
            contentLength: header("Content-Length").flatMap { Int($0) },
            isChunked: header("Transfer-Encoding") != nil)
    }
}

extension HTTPResponse {
    fileprivate init(_ answer: ReviewAnswer) {
        self.init(statusCode: HTTPStatusCode(answer.status, phrase: Self.phrase(answer.status)), body: answer.body)
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 413: "Content Too Large"
        case 422: "Unprocessable Content"
        default: "Error"
        }
    }
}
