import Foundation
import LabServers
import Testing

/// The org answers as a real one was recorded to, to the byte.
@Suite struct RecordingTests {
    @Test(
        "every recorded exchange is answered alike",
        .enabled(
            if: !Recordings.eventHooks.isEmpty,
            "no recordings at TENTERHOOK_SHARED or ../shared"),
        arguments: Recordings.eventHooks)
    func replay(_ name: String) async throws {
        let exchanges = try Recordings.exchanges(name)
        try #require(exchanges.count > 10)
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

    /// Recorded ids, the admin's and the org's name are mapped; dates are not, as the org's clock
    /// is set to that of the recording.
    private func replay(_ exchanges: [RecordedExchange], against org: LabClient) async throws {
        var mapping: [(recorded: String, own: String)] = []
        for (number, exchange) in exchanges.enumerated() {
            try await org.lab("POST", "clock", ["freezeAt": .string(exchange.date)])
            let path = mapping.reduce(exchange.path) { $0.replacing($1.recorded, with: $1.own) }
            let reply = try await org.call(exchange.method, path, exchange.requestBody)
            #expect(reply.status == exchange.status, "element \(number)")
            guard let recorded = exchange.responseBody else {
                #expect(reply.raw.body.isEmpty, "element \(number)")
                continue
            }
            if mapping.isEmpty {
                mapping = try mappings(from: recorded, to: reply.json, port: org.port)
            }
            let wanted = mapping.reduce(recorded.compact) {
                $0.replacing($1.recorded, with: $1.own)
            }
            #expect(reply.raw.text == wanted, "element \(number)")
            #expect(reply.raw.header("Content-Type") == "application/json")
        }
    }

    private func mappings(
        from recorded: LabJSON, to own: LabJSON, port: Int
    ) throws -> [(recorded: String, own: String)] {
        let href = try #require(recorded["_links"]?["self"]?["href"]?.text)
        let host = try #require(href.range(of: "/api/"))
        return [
            (try #require(recorded["id"]?.text), try #require(own["id"]?.text)),
            (try #require(recorded["createdBy"]?.text), try #require(own["createdBy"]?.text)),
            (String(href[..<host.lowerBound]), "http://127.0.0.1:\(port)"),
        ]
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
