import Decisions
import Foundation
import ReportStandard
import Testing

@testable import Review

@Suite("The server of a review", .serialized)
struct ReviewServerTests {
    /// What is asked of a running server, and what it answers.
    private func serving(
        _ body: (RawConnection, _ path: String, MadeConversion) async throws -> Void
    ) async throws {
        let made = try await MadeConversion()
        let (task, address) = try await made.serve()
        defer { task.cancel() }
        #expect(address.host() == "127.0.0.1")
        try await body(RawConnection(port: try #require(address.port)), address.path(), made)
    }

    private func headers(_ connection: RawConnection, _ more: String...) -> [String] {
        ["Host: 127.0.0.1:\(connection.port)"] + more
    }

    private func decide(_ connection: RawConnection, _ path: String, _ body: String, _ more: String...) async throws
        -> String
    {
        try await connection.ask(
            "POST \(path)decide",
            [
                "Host: 127.0.0.1:\(connection.port)", "Origin: http://127.0.0.1:\(connection.port)",
                "Content-Type: application/json", "Content-Length: \(body.utf8.count)",
            ] + more, body: body)
    }

    @Test("gives the page to who knows the address, with a policy that lets nothing else in")
    func page() async throws {
        try await serving { connection, path, _ in
            let answer = try await connection.ask("GET \(path)", headers(connection))
            #expect(answer.hasPrefix("HTTP/1.1 200"))
            #expect(answer.contains("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'"))
            #expect(
                answer.contains("X-Content-Type-Options: nosniff") && answer.contains("Referrer-Policy: no-referrer"))
            #expect(answer.contains("Cache-Control: no-store"))
            #expect(answer.contains("<script type=\"module\" src=\"review.js\"></script>"))
            for name in [
                "review.js", "dom.js", "words.js", "sums.js", "report.js", "picture.js", "panel.js", "overview.js",
                "review.css",
            ] {
                #expect(
                    try await connection.ask("GET \(path)\(name)", headers(connection)).hasPrefix("HTTP/1.1 200"),
                    "\(name)")
            }
        }
    }

    @Test("turns away a wrong secret, foreign hosts and foreign origins, and notes nothing of theirs")
    func foreigners() async throws {
        try await serving { connection, path, made in
            let own = "Host: 127.0.0.1:\(connection.port)"
            let wrong = "/" + RequestGuard.makeSecret() + "/"
            for name in ["", "state", "queue", "report?id=1", "picture?report=1&page=1", "findings.xlsx"] {
                #expect(try await connection.ask("GET \(wrong)\(name)", [own]).hasPrefix("HTTP/1.1 404"), "\(name)")
            }
            #expect(try await connection.ask("GET /", [own]).hasPrefix("HTTP/1.1 404"))
            #expect(try await connection.ask("GET \(path)state", ["Host: evil.example"]).hasPrefix("HTTP/1.1 403"))
            #expect(try await connection.ask("GET \(path)state", []).hasPrefix("HTTP/1.1 403"))
            #expect(
                try await connection.ask("GET \(path)state", [own, "Host: evil.example"]).hasPrefix("HTTP/1.1 403"))
            #expect(
                try await connection.ask("GET \(path)state", [own, "Origin: http://evil.example"]).hasPrefix(
                    "HTTP/1.1 403"))
            #expect(
                try await connection.ask("GET \(path)state", [own, "Sec-Fetch-Site: cross-site"]).hasPrefix(
                    "HTTP/1.1 403"))
            let body = #"{"report": 1, "code": "requests.new.natural_person", "decision": "blank"}"#
            for origin in ["Origin: http://evil.example", "Origin: null", "X-Origin: none"] {
                let answer = try await connection.ask(
                    "POST \(path)decide",
                    [own, origin, "Content-Type: application/json", "Content-Length: \(body.utf8.count)"], body: body)
                #expect(answer.hasPrefix("HTTP/1.1 403"), "\(origin)")
            }
            #expect(!FileManager.default.fileExists(atPath: made.decisions))
        }
    }

    @Test("no file is asked for by its name, however the way to it is written")
    func traversal() async throws {
        try await serving { connection, path, made in
            try "secret".write(toFile: made.folder.path("other.txt"), atomically: true, encoding: .utf8)
            for name in [
                "../other.txt", "..%2fother.txt", "%2e%2e/other.txt", "....//other.txt", "/etc/passwd",
                "%2fetc%2fpasswd",
                "review.js/../../../etc/passwd", "picture?report=/etc/passwd&page=1", "picture?report=../0.pdf&page=1",
                "report?id=../1", "agency?key=../../etc/passwd", "tables?report=99", "review.js%00.png", "\u{0}",
            ] {
                let answer = try await connection.ask("GET \(path)\(name)", headers(connection))
                #expect(!answer.contains("secret") && !answer.contains("root:"), "\(name)")
                #expect(!answer.hasPrefix("HTTP/1.1 200") || name.hasPrefix("agency"), "\(name)")
            }
            // A picture is one of the conversion's own files or none: here the file is not there.
            let picture = try await connection.ask("GET \(path)picture?report=1&page=1", headers(connection))
            #expect(picture.hasPrefix("HTTP/1.1 404") && picture.contains("no such file"))
        }
    }

    @Test("a huge body is refused before it is read, and the server goes on")
    func huge() async throws {
        try await serving { connection, path, made in
            let huge = String(repeating: " ", count: 8 << 20) + "{}"
            #expect(try await decide(connection, path, huge).hasPrefix("HTTP/1.1 413"))
            let own = ["Host: 127.0.0.1:\(connection.port)", "Origin: http://127.0.0.1:\(connection.port)"]
            let endless = try await connection.ask(
                "POST \(path)decide", own + ["Content-Type: application/json", "Content-Length: 99999999999"], body: "{"
            )
            #expect(endless.hasPrefix("HTTP/1.1 413"))
            let pieces = try await connection.ask(
                "POST \(path)decide", own + ["Content-Type: application/json", "Transfer-Encoding: chunked"],
                body: "0\r\n\r\n")
            #expect(pieces.hasPrefix("HTTP/1.1 411"))
            #expect(try await connection.ask("GET \(path)state", headers(connection)).hasPrefix("HTTP/1.1 200"))
            #expect(!FileManager.default.fileExists(atPath: made.decisions))
        }
    }

    @Test("what is sent as a decision and is none is refused, and noted nowhere")
    func nonsense() async throws {
        try await serving { connection, path, made in
            for body in [
                "", "{}", "[]", "null", "{", #"{"report": 99, "code": "requests.new.total", "decision": "blank"}"#,
                #"{"report": 1, "code": "no.such", "decision": "blank"}"#,
                #"{"report": 1, "code": "requests.new.total", "decision": "corrected", "value": "twelve"}"#,
                #"{"report": 1, "code": "requests.new.total", "decision": "corrected", "value": "1e9"}"#,
                #"{"report": 1, "code": "requests.new.total", "decision": "corrected"}"#,
                #"{"report": 1, "code": "requests.new.total", "decision": "explode"}"#,
            ] {
                let answer = try await decide(connection, path, body)
                #expect(answer.hasPrefix("HTTP/1.1 4"), "\(body): \(answer.prefix(40))")
            }
            #expect(!FileManager.default.fileExists(atPath: made.decisions))
        }
    }

    @Test(
        "HTML in the names of agencies and in what is printed goes out as text, and is escaped on the page for printing"
    )
    func markup() async throws {
        try await serving { connection, path, _ in
            let report = try await connection.ask("GET \(path)report?id=2", headers(connection))
            #expect(report.contains("Content-Type: application/json"))
            let json = try #require(report.split(separator: "\r\n\r\n").last)
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
            #expect(object?["agency"] as? String == MadeConversion.hostile)
            let note =
                #"{"report": 2, "code": "requests.new.natural_person", "decision": "left", "note": "</p><script>alert(2)</script>"}"#
            #expect(try await decide(connection, path, note).hasPrefix("HTTP/1.1 200"))
            let progress = try await connection.ask("GET \(path)progress", headers(connection))
            let body = try #require(progress.split(separator: "\r\n\r\n").last)
            let agencies = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [[String: Any]]
            let key = agencies?.first { $0["agency"] as? String == MadeConversion.hostile }?["key"] as? String
            let query = try #require(key?.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let page = try await connection.ask("GET \(path)agency?key=\(query)", headers(connection))
            #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
            #expect(page.contains("&lt;script&gt;document.title=&quot;owned&quot;&lt;/script&gt;"))
            #expect(page.contains("&lt;/p&gt;&lt;script&gt;alert(2)&lt;/script&gt;"))
            #expect(!page.contains("<script") && !page.contains("<img src=x"))
        }
    }

    @Test("a decision is on the disk when it is answered, and broken lines of the file are told and kept")
    func decided() async throws {
        try await serving { connection, path, made in
            try "{\"sha256\": \"cut\n".write(toFile: made.decisions, atomically: true, encoding: .utf8)
            let body =
                #"{"report": 1, "code": "requests.new.natural_person", "decision": "corrected", "value": "１５", "note": "看原件"}"#
            let answer = try await decide(connection, path, body)
            #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains(#""status":"reviewed""#))
            let lines = try String(contentsOfFile: made.decisions, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 2 && lines[0] == "{\"sha256\": \"cut")
            let found = try DecisionFile.all(in: made.decisions).compactMap { try? $0.get() }
            #expect(found.map(\.value) == [15] && found.map(\.by) == ["王芳"] && found.map(\.note) == ["看原件"])
            #expect(found[0].was == Review.Reading(value: 16, status: .suspect))
            let state = try await connection.ask("GET \(path)state", headers(connection))
            #expect(state.contains("figures.decisions.ndjson:1: not a decision"))
        }
    }
}
