import Foundation
import LabServers
import Testing

/// The org answers as a real one was recorded to, to the byte.
@Suite struct RecordingTests {
    @Test(
        "every recorded exchange is answered alike",
        .enabled(
            if: !Recordings.names.isEmpty,
            "no recordings at TENTERHOOK_SHARED or ../shared"),
        arguments: Recordings.names)
    func replay(_ name: String) async throws {
        let exchanges = try Recordings.exchanges(name)
        try #require(exchanges.count > 5)
        try await withEndpoint { endpoint in
            let configuration = LabOrg.Configuration.with { configuration in
                // The recorded endpoints are public; this one stands in for all of them.
                configuration.endpointMap = EndpointMap([
                    EndpointMap.Entry(
                        prefix: "https://", replacement: "http://127.0.0.1:\(endpoint.port)/")
                ])
            }
            try await withOrg(configuration) { org in
                try await replay(exchanges, against: org)
            }
        }
    }

    /// What an org makes up is mapped: ids, key material, the admin, its own name. Dates are not,
    /// as the org's clock is set to that of the recording.
    private func replay(_ exchanges: [RecordedExchange], against org: LabClient) async throws {
        var mapping: [String: String] = [:]
        for (number, exchange) in exchanges.enumerated() {
            try await org.lab("POST", "clock", ["freezeAt": .string(exchange.date)])
            let reply = try await org.call(
                exchange.method, replaced(exchange.path, by: mapping), exchange.requestBody)
            #expect(reply.status == exchange.status, "element \(number)")
            guard let recorded = exchange.responseBody else {
                #expect(reply.raw.body.isEmpty, "element \(number)")
                continue
            }
            if exchange.method == "POST", mapping[recorded["id"]?.text ?? ""] == nil {
                let news = try mappings(from: recorded, to: reply.json, port: org.port)
                mapping.merge(news) { old, _ in old }
            }
            #expect(reply.raw.text == replaced(recorded.compact, by: mapping), "element \(number)")
            #expect(reply.raw.header("Content-Type") == "application/json")
        }
    }

    private func replaced(_ text: String, by mapping: [String: String]) -> String {
        mapping.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }

    private func mappings(
        from recorded: LabJSON, to own: LabJSON, port: Int
    ) throws -> [String: String] {
        var mappings = [try #require(recorded["id"]?.text): try #require(own["id"]?.text)]
        for path in ["createdBy", "keyId", "_embedded.n"] {
            let keys = path.split(separator: ".")
            guard let text = recorded.values(at: keys).first?.text else { continue }
            mappings[text] = try #require(own.values(at: keys).first?.text)
        }
        if let href = recorded["_links"]?["self"]?["href"]?.text {
            let host = try #require(href.range(of: "/api/"))
            mappings[String(href[..<host.lowerBound])] = "http://127.0.0.1:\(port)"
        }
        return mappings
    }

    @Test("ids have the shape of Okta's")
    func idShape() async throws {
        try await withOrg { org in
            let id = try await org.createHook(hookBody("one"))
            #expect(id.wholeMatch(of: #/who[A-Za-z0-9]{17}/#) != nil)
            let hook = try await org.call("GET", "/api/v1/eventHooks/\(id)").json
            #expect(hook["createdBy"]?.text?.wholeMatch(of: #/00u[A-Za-z0-9]{17}/#) != nil)
        }
    }
}
