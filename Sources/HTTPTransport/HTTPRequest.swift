/// One request, complete before it is sent.
///
/// A URL and its headers can be secrets, so the description of a request names its method and host
/// and nothing else.
package struct HTTPRequest: Sendable {
    package var method: String
    package var url: String
    package var headers: [(name: String, value: String)]

    /// What is sent after the headers. Without one, `POST`, `PUT` and `PATCH` say `Content-Length: 0`.
    package var body: [UInt8]?

    /// The limit for the whole exchange, the wait for a free connection included.
    package var timeout: Duration = .seconds(30)

    /// The limit for name lookup, connecting and the TLS handshake together.
    package var connectTimeout: Duration = .seconds(10)

    /// The largest body accepted, counted after decompression.
    package var maxBodyBytes = 16 << 20

    /// Whether the answer carries the peer's address and certificates.
    ///
    /// Such a request always opens a connection of its own, with a full handshake: a reused
    /// connection has no phases to time, and a resumed session shows no certificates.
    package var wantsConnectionFacts = false

    package init(
        _ method: String = "GET",
        _ url: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        let host = (try? URLOrigin(url))?.host ?? "an unreadable URL"
        return "\(method) to \(host)"
    }

    package var debugDescription: String { description }

    /// Empty, so that a dump of something that holds a request shows no secret either.
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
