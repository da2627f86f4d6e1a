internal import Foundation
internal import ReportStandard

/// What is sent back.
struct ReviewAnswer: Sendable {
    var status = 200
    var type: String
    var body: Data
    /// A picture stays as it is.
    var isLasting = false
    /// The name of a file to keep it as.
    var fileName: String?
    /// A page for printing brings its style and its pictures with it.
    var isStandalone = false

    static func json(_ value: some Encodable, status: Int = 200) throws -> ReviewAnswer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ReviewAnswer(
            status: status, type: "application/json; charset=utf-8", body: try encoder.encode(value))
    }

    static func failure(_ error: ReviewError) -> ReviewAnswer {
        let status =
            switch error.kind {
            case .notFound: 404
            case .wrong: 422
            case .failed: 500
            }
        let body = ["zh": error.message.zh, "en": error.message.en]
        return (try? json(body, status: status)) ?? refusal(status)
    }

    static func refusal(_ status: Int) -> ReviewAnswer {
        ReviewAnswer(status: status, type: "text/plain; charset=utf-8", body: Data("\(status)\n".utf8))
    }

    /// Nothing may be loaded from anywhere else, nothing be run that the page does not bring, nobody frame it or learn its address.
    var headers: [(name: String, value: String)] {
        let policy =
            isStandalone
            ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            : "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        var headers = [
            ("Content-Type", type), ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
            ("Cache-Control", isLasting ? "private, max-age=3600, immutable" : "no-store"),
        ]
        if let fileName { headers.append(("Content-Disposition", "attachment; filename=\"\(fileName)\"")) }
        return headers
    }
}
