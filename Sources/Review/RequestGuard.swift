/// Who may ask: a request as far as it matters for that.
struct RequestHead: Hashable, Sendable {
    var method: String
    /// The path as it was sent, without the query.
    var path: String
    var host: String?
    var origin: String?
    /// `Sec-Fetch-Site`, which browsers send.
    var site: String?
    /// `Sec-Fetch-Dest`: for what they ask.
    var destination: String?
    var contentType: String?
    /// In bytes; nil where the request does not say.
    var contentLength: Int?
    /// The body comes in pieces of which nobody has said how many.
    var isChunked = false
}

/// Lets in the page that was opened by who started the server, and nobody else: no other page in the same browser, no other user of the
/// machine, no name that somebody has had resolved to this machine.
struct RequestGuard: Sendable {
    /// What every path begins with; only who was shown the address knows it.
    let secret: String
    let port: UInt16

    /// Larger bodies are refused.
    static let mostBytes = 64 << 10

    enum Refusal: Int, Error, Hashable, Sendable {
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case lengthRequired = 411
        case tooLarge = 413
        case wrongType = 415
    }

    /// 128 bits that nobody can guess, in hexadecimal.
    static func makeSecret() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in String(UInt8.random(in: 0..<16, using: &generator), radix: 16) }.joined()
    }

    /// What of the path follows the secret.
    ///
    /// - Throws: ``Refusal`` where the request is not let in.
    func name(in head: RequestHead) throws(Refusal) -> String {
        // A name that leads here by somebody else's DNS is not ours.
        guard let host = head.host, hosts.contains(host) else { throw .forbidden }
        if let origin = head.origin, !hosts.contains(where: { origin == "http://\($0)" }) { throw .forbidden }
        guard head.path.hasPrefix("/"), head.path.utf8.count < 200 else { throw .notFound }
        let parts = head.path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, isSecret(parts[0]) else { throw .notFound }
        // Typed, or from the page itself; the page may be led to from elsewhere by who knows its address, as by the file that the
        // browser is started with.
        let isPage = parts[1].isEmpty && head.method == "GET" && head.destination == "document"
        if let site = head.site, !["same-origin", "none"].contains(site), !isPage { throw .forbidden }
        switch head.method {
        case "GET": break
        case "POST":
            guard head.origin != nil else { throw .forbidden }
            guard !head.isChunked, let length = head.contentLength else { throw .lengthRequired }
            guard length <= Self.mostBytes else { throw .tooLarge }
            guard head.contentType?.split(separator: ";").first == "application/json" else { throw .wrongType }
        default: throw .methodNotAllowed
        }
        return String(parts[1])
    }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    /// Takes as long for a wrong one as for the right one.
    private func isSecret(_ text: Substring) -> Bool {
        let (one, other) = (Array(text.utf8), Array(secret.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
