import Testing

@testable import Review

@Suite("Who is let in")
struct RequestGuardTests {
    private let secret = RequestGuard.makeSecret()
    private var door: RequestGuard { RequestGuard(secret: secret, port: 8700) }

    private func head(_ change: (inout RequestHead) -> Void = { _ in }) -> RequestHead {
        var head = RequestHead(method: "GET", path: "/\(secret)/state", host: "127.0.0.1:8700")
        change(&head)
        return head
    }

    private func post(_ change: (inout RequestHead) -> Void = { _ in }) -> RequestHead {
        head {
            $0.method = "POST"
            $0.origin = "http://127.0.0.1:8700"
            $0.site = "same-origin"
            $0.contentType = "application/json"
            $0.contentLength = 20
            change(&$0)
        }
    }

    private func refusal(_ head: RequestHead) -> RequestGuard.Refusal? {
        do throws(RequestGuard.Refusal) {
            _ = try door.name(in: head)
            return nil
        } catch { return error }
    }

    @Test("who knows the address, on this machine, from the page itself")
    func welcome() throws {
        #expect(try door.name(in: head()) == "state")
        #expect(try door.name(in: head { $0.path = "/\(secret)/" }) == "")
        #expect(try door.name(in: head { $0.host = "localhost:8700" }) == "state")
        #expect(try door.name(in: head { $0.site = "none" }) == "state")
        #expect(try door.name(in: post()) == "state")
        #expect(try door.name(in: post { $0.contentType = "application/json; charset=utf-8" }) == "state")
    }

    @Test("nobody without the secret, or with a part of it, or with more")
    func secrets() {
        let other = RequestGuard.makeSecret()
        #expect(secret.count == 32 && secret != other)
        for path in [
            "/", "/state", "/\(other)/state", "/\(secret.dropLast())/state", "/\(secret)0/state", "/\(secret)",
            "//\(secret)/state", "/\(secret.uppercased())x/state", "state", "",
        ] { #expect(refusal(head { $0.path = path }) == .notFound, "\(path)") }
    }

    @Test(
        "no name that somebody has had resolved to this machine, and no other port",
        arguments: [
            nil, "", "evil.example", "evil.example:8700", "127.0.0.1", "127.0.0.1:8701", "127.0.0.1:8700.evil.example",
            "[::1]:8700",
        ])
    func hosts(host: String?) {
        #expect(refusal(head { $0.host = host }) == .forbidden)
    }

    @Test(
        "no other page, whatever the browser says of it",
        arguments: [
            "http://evil.example", "null", "https://127.0.0.1:8700", "http://127.0.0.1:8701",
            "http://127.0.0.1:8700.evil.example", "",
        ])
    func origins(origin: String) {
        #expect(refusal(post { $0.origin = origin }) == .forbidden)
        #expect(refusal(head { $0.origin = origin }) == .forbidden)
    }

    @Test("no link or picture of another page", arguments: ["cross-site", "same-site", ""])
    func sites(site: String) {
        #expect(refusal(head { $0.site = site }) == .forbidden)
        // The page may be led to, whole; none of its parts may.
        func led(_ name: String, for destination: String) -> RequestHead {
            head {
                $0.site = site
                $0.path = "/\(secret)/\(name)"
                $0.destination = destination
            }
        }
        #expect(refusal(led("", for: "document")) == nil)
        #expect(refusal(led("", for: "iframe")) == .forbidden)
        #expect(refusal(led("picture", for: "document")) == .forbidden)
        #expect(refusal(led("review.js", for: "script")) == .forbidden)
    }

    @Test("who wants to change something says from where, in JSON, and how much")
    func changes() {
        #expect(refusal(post { $0.origin = nil }) == .forbidden)
        #expect(refusal(post { $0.contentType = "text/plain" }) == .wrongType)
        #expect(refusal(post { $0.contentType = nil }) == .wrongType)
        #expect(refusal(post { $0.contentLength = nil }) == .lengthRequired)
        #expect(refusal(post { $0.isChunked = true }) == .lengthRequired)
        #expect(refusal(post { $0.contentLength = RequestGuard.mostBytes + 1 }) == .tooLarge)
        #expect(refusal(post { $0.contentLength = RequestGuard.mostBytes }) == nil)
        for method in ["PUT", "DELETE", "OPTIONS", "HEAD", "get"] {
            #expect(refusal(head { $0.method = method }) == .methodNotAllowed)
        }
    }
}
