package import HTTPTransport
package import JSON
package import Kinds
package import Ports
import Vocabulary

/// An Okta org, over its management API.
///
/// A read that fails on the way is asked again; a write never is, since only a look tells what it
/// has done. What Okta refused by its rate limit it has not looked at: that is sent again for both.
package actor OktaClient {
    package typealias Send =
        @Sendable (HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse

    /// The org's URL without a slash at its end.
    let url: String
    let signer: any RequestSigner
    let send: Send
    let surroundings: Surroundings
    let observer: @Sendable (OrgNotice) -> Void
    let options: OrgOptions
    let gate = RateLimitGate()
    private let logGate = RateLimitGate()
    /// The reset of the log's rate limit, in seconds since 1970, where the rest is left to others.
    private(set) var logSparedUntil: Int?
    var generator: SplitMix64
    private(set) var cost = OrgUsage()

    package init(
        url: String, credentials: OrgCredentials, send: @escaping Send, surroundings: Surroundings,
        observer: @escaping @Sendable (OrgNotice) -> Void, options: OrgOptions
    ) {
        self.url = String(url.reversed().drop { $0 == "/" }.reversed())
        signer = credentials.signer(
            TokenExchange(
                orgURL: self.url, send: send, surroundings: surroundings, observer: observer,
                options: options))
        self.send = send
        self.surroundings = surroundings
        self.observer = observer
        self.options = options
        self.generator = SplitMix64(seed: options.seed)
    }

    package init(
        url: String, credentials: OrgCredentials, client: HTTPClient, surroundings: Surroundings,
        observer: @escaping @Sendable (OrgNotice) -> Void, options: OrgOptions
    ) {
        self.init(
            url: url, credentials: credentials,
            send: { (request) throws(HTTPTransportError) in try await client.send(request) },
            surroundings: surroundings, observer: observer, options: options)
    }

    func countRequest() { cost.requests += 1 }

    /// Seconds since 1970 by our own clock.
    var now: Int { epochSeconds(surroundings.now()) ?? 0 }

    func gate(of bucket: RateLimitBucket) -> RateLimitGate {
        switch bucket {
        case .general: gate
        case .logs: logGate
        }
    }

    func note(_ limit: RateLimit, of bucket: RateLimitBucket) {
        switch bucket {
        case .general:
            cost.limit = limit.limit
            cost.remaining = limit.remaining
        case .logs:
            let wait = limit.wait.map { Int($0 / .seconds(1)) }
            logSparedUntil = bucket.isSpared(at: limit) ? wait.map { now + $0 } : nil
        }
    }
}

extension OktaClient: OrgWriter {
    package func usage() -> OrgUsage { cost }

    package func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject? {
        do {
            return try await perform(try request("GET", kind, id: id)) {
                (response) throws(MalformedAnswer) in try response.object(of: kind, id: id)
            }
        } catch .notFound {
            return nil
        }
    }

    package func create(_ kind: ResourceKind, body: JSONValue) async throws(OrgError) -> LiveObject
    {
        try await perform(try request("POST", kind, body: body)) {
            (response) throws(MalformedAnswer) in try response.object(of: kind)
        }
    }

    package func update(
        _ kind: ResourceKind, id: String, body: JSONValue
    ) async throws(OrgError) -> LiveObject {
        try await perform(try request("PUT", kind, id: id, body: body)) {
            (response) throws(MalformedAnswer) in try response.object(of: kind, id: id)
        }
    }

    package func call(
        _ call: ResourceKind.LifecycleCall, _ kind: ResourceKind, id: String
    ) async throws(OrgError) -> LiveObject {
        try await perform(try request("POST", kind, id: id, lifecycle: call)) {
            (response) throws(MalformedAnswer) in try response.object(of: kind, id: id)
        }
    }

    package func delete(_ kind: ResourceKind, id: String) async throws(OrgError) {
        try await perform(try request("DELETE", kind, id: id)) { _ in }
    }

    /// The request for a kind's collection, or for an object or a lifecycle call of it.
    private func request(
        _ method: String, _ kind: ResourceKind, id: String? = nil,
        lifecycle call: ResourceKind.LifecycleCall? = nil, body: JSONValue? = nil
    ) throws(OrgError) -> OrgRequest {
        var path = kind.collection
        if let id { path = try objectPath(kind, id) }
        if let call { path += "/lifecycle/\(call.rawValue)" }
        let timeout =
            call == .verify ? max(options.timeout, OrgOptions.verifyTimeout) : options.timeout
        return OrgRequest(
            method: method, url: url + path, path: path, body: body, timeout: timeout,
            scopes: options.access.scopes(for: kind))
    }

    /// The path of one object of a kind.
    func objectPath(_ kind: ResourceKind, _ id: String) throws(OrgError) -> String {
        try path(below: kind.collection, id)
    }

    /// The path of one object below another path.
    ///
    /// An id that is none of Okta's could lead the request to another object than the one meant.
    func path(below path: String, _ id: String) throws(OrgError) -> String {
        guard isID(id) else {
            throw .unavailable(
                OrgError.Failure(
                    detail: "“\(id)” cannot be the id of an object, so nothing was sent.",
                    mayHaveHappened: false))
        }
        return "\(path)/\(id)"
    }
}

/// Whether a text can be an id of Okta's, and be put in a path as it is.
private func isID(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
}
