import LabServers
import Testing

/// Talks to a lab server as a test wants to.
struct LabClient: Sendable {
    let port: Int
    var token = "test-token"

    struct Reply: Sendable {
        let raw: RawReply
        let json: LabJSON

        var status: Int? { raw.status }
        var errorCode: String? { json["errorCode"]?.text }
        var causes: [String] {
            (json["errorCauses"]?.items ?? []).compactMap { $0["errorSummary"]?.text }
        }
        var id: String { json["id"]?.text ?? "" }
    }

    /// One API call; a POST or PUT without a body says that it is empty.
    @discardableResult
    func call(
        _ method: String, _ target: String, _ body: LabJSON? = nil,
        headers: [(String, String)] = []
    ) async throws -> Reply {
        var headers = headers + [("Authorization", "SSWS \(token)")]
        if body != nil { headers.append(("Content-Type", "application/json")) }
        let bytes = body.map { Array($0.compact.utf8) }
        let isWrite = method == "POST" || method == "PUT"
        return try await send(method, target, bytes ?? (isWrite ? [] : nil), headers: headers)
    }

    /// The calls that an endpoint got.
    ///
    /// - Parameter count: The number to wait for, for two minutes at most. A call that its sender
    ///   gave up may arrive late.
    func received(atLeast count: Int = 0) async throws -> [LabJSON] {
        let end = ContinuousClock.now + .seconds(120)
        while true {
            let calls = try await lab("GET", "received").json.items ?? []
            if calls.count >= count || ContinuousClock.now > end { return calls }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// One call just as it is given.
    @discardableResult
    func send(
        _ method: String, _ target: String, _ body: [UInt8]? = nil,
        headers: [(String, String)] = []
    ) async throws -> Reply {
        let raw = try await RawHTTP.exchange(
            port: port, method, target, headers: headers, body: body)
        let isJSON = raw.header("Content-Type")?.hasPrefix("application/json") ?? false
        let isWhole = isJSON && !raw.isCutShort
        return Reply(raw: raw, json: isWhole ? (try? LabJSON.parse(raw.body)) ?? .null : .null)
    }

    /// One of the lab's own paths.
    @discardableResult
    func lab(_ method: String, _ target: String, _ body: LabJSON? = nil) async throws -> Reply {
        try await send(method, "/lab/\(target)", body.map { Array($0.compact.utf8) })
    }

    /// Creates an object, an event hook if nothing else is said, or fails the test.
    func createHook(_ body: LabJSON, at path: String = "/api/v1/eventHooks") async throws -> String
    {
        let reply = try await call("POST", path, body)
        try #require(reply.status == 200, "\(reply.raw.text)")
        return reply.id
    }

    func verify(_ id: String) async throws -> Reply {
        try await call("POST", "/api/v1/eventHooks/\(id)/lifecycle/verify")
    }

    /// The event types in the log, oldest first.
    func loggedTypes() async throws -> [String] {
        let state = try await lab("GET", "state").json
        return (state["systemLog"]?.items ?? []).compactMap { $0["eventType"]?.text }
    }
}

/// The path and query of an answer's next link.
func nextLink(_ reply: LabClient.Reply) -> String? {
    reply.raw.headers("Link").lazy
        .compactMap { $0.wholeMatch(of: #/<http:\/\/[^\/]+(.+)>; rel="next"/#) }
        .first.map { String($0.1) }
}

extension LabOrg.Configuration {
    /// The defaults, save for what `change` sets.
    static func with(_ change: (inout LabOrg.Configuration) -> Void) -> LabOrg.Configuration {
        var configuration = LabOrg.Configuration()
        change(&configuration)
        return configuration
    }
}

/// Runs with an org that is gone afterwards, whatever happens.
func withOrg(
    _ configuration: LabOrg.Configuration = LabOrg.Configuration(),
    _ body: (LabClient) async throws -> Void
) async throws {
    let org = try await LabOrg.start(configuration)
    do {
        try await body(LabClient(port: org.port))
    } catch {
        await org.stop()
        throw error
    }
    await org.stop()
}

/// Runs with an endpoint that is gone afterwards, whatever happens.
func withEndpoint(
    _ mode: EndpointMode = .ok, auth: String? = nil, slowness: Duration = .seconds(3600),
    _ body: (LabClient) async throws -> Void
) async throws {
    var configuration = LabEndpoint.Configuration()
    configuration.mode = mode
    configuration.auth = auth.flatMap(EndpointAuth.init)
    configuration.slowness = slowness
    let endpoint = try await LabEndpoint.start(configuration)
    do {
        try await body(LabClient(port: endpoint.port))
    } catch {
        await endpoint.stop()
        throw error
    }
    await endpoint.stop()
}

/// The body of a create; everything but the name has a default.
func hookBody(
    _ name: String, uri: String = "https://example.com/hook", secret: String? = "s3cret",
    events: [String] = ["user.lifecycle.create"], headers: LabJSON? = nil
) -> LabJSON {
    var config: LabJSON = ["uri": .string(uri)]
    if let secret {
        config["authScheme"] = [
            "type": "HEADER", "key": "Authorization", "value": .string(secret),
        ]
    }
    if let headers { config["headers"] = headers }
    return [
        "name": .string(name),
        "events": ["type": "EVENT_TYPE", "items": .array(events.map(LabJSON.string))],
        "channel": ["type": "HTTP", "version": "1.0.0", "config": config],
    ]
}

/// The body of a create of an inline hook with an HTTP channel.
func inlineHookBody(
    _ name: String, uri: String = "https://example.com/hook", secret: String? = "s3cret",
    type: String = "com.okta.user.pre-registration", version: String = "1.0.0"
) -> LabJSON {
    var config: LabJSON = ["uri": .string(uri), "method": "POST"]
    if let secret {
        config["authScheme"] = [
            "type": "HEADER", "key": "Authorization", "value": .string(secret),
        ]
    }
    return [
        "name": .string(name), "type": .string(type), "version": .string(version),
        "channel": ["type": "HTTP", "version": "1.0.0", "config": config],
    ]
}

/// The body of a create of an inline hook with an OAuth channel.
func oauthHookBody(
    _ name: String, _ config: LabJSON, uri: String = "https://example.com/hook",
    tokenURL: String = "https://example.com/token"
) -> LabJSON {
    var whole: LabJSON = [
        "uri": .string(uri), "clientId": "client", "tokenUrl": .string(tokenURL),
    ]
    for member in config.members ?? [] { whole[member.key] = member.value }
    var body = inlineHookBody(name)
    body["channel"] = ["type": "OAUTH", "version": "1.0.0", "config": whole]
    return body
}
