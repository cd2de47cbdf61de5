import LabServers
import Testing

/// What refers to inline hooks, as far as the org lists it.
@Suite struct HookUsersTests {
    private static let seed: LabJSON = [
        "authorizationServers": [
            [
                "id": "aus1", "name": "default",
                "policies": [["id": "00p1", "rules": [["id": "0pr1", "name": "one"]]]],
            ]
        ],
        "apps": .array((0..<45).map { ["label": .string("app \($0)")] }),
        "policies": [
            ["id": "rst1", "type": "PROFILE_ENROLLMENT", "rules": [["name": "catch-all"]]],
            ["id": "00p9", "type": "PASSWORD"],
        ],
    ]

    private func withUsers(_ body: (LabClient) async throws -> Void) async throws {
        try await withOrg { org in
            #expect(try await org.lab("PUT", "hook-users", Self.seed).status == 200)
            try await body(org)
        }
    }

    @Test("servers, their policies and the rules of those are lists of their own")
    func servers() async throws {
        try await withUsers { org in
            let root = "/api/v1/authorizationServers"
            let servers = try await org.call("GET", root).json.items ?? []
            #expect(servers.compactMap { $0["id"]?.text } == ["aus1"])
            #expect(servers.allSatisfy { $0["policies"] == nil })
            let policies = try await org.call("GET", "\(root)/aus1/policies").json.items ?? []
            #expect(policies.compactMap { $0["id"]?.text } == ["00p1"])
            #expect(policies.allSatisfy { $0["rules"] == nil && $0["status"] == "ACTIVE" })
            let rules = try await org.call("GET", "\(root)/aus1/policies/00p1/rules").json.items
            #expect(rules?.compactMap { $0["name"]?.text } == ["one"])
            for path in ["\(root)/aus2/policies", "\(root)/aus1/policies/00p2/rules"] {
                #expect(try await org.call("GET", path).errorCode == "E0000007")
            }
        }
    }

    @Test("policies are listed by their type, which has to be named")
    func policies() async throws {
        try await withUsers { org in
            let path = "/api/v1/policies"
            let found = try await org.call("GET", "\(path)?type=PROFILE_ENROLLMENT").json.items
            #expect(found?.compactMap { $0["id"]?.text } == ["rst1"])
            #expect(try await org.call("GET", path).errorCode == "E0000001")
            #expect(try await org.call("GET", "\(path)/rst1/rules").json.items?.count == 1)
            #expect(try await org.call("GET", "\(path)/rst2/rules").errorCode == "E0000007")
        }
    }

    @Test("a list goes on by links, and each page is no longer than asked for")
    func pages() async throws {
        try await withUsers { org in
            var pages = ["/api/v1/apps"]
            var sizes: [Int] = []
            // A list without end would be asked for for ever.
            while sizes.count < 9, let page = pages.popLast() {
                let reply = try await org.call("GET", page)
                sizes.append(reply.json.items?.count ?? -1)
                let links = reply.raw.headers("Link")
                #expect(links.first?.hasSuffix("; rel=\"self\"") == true)
                let next = links.filter { $0.hasSuffix("; rel=\"next\"") }
                let origin = "<http://127.0.0.1:\(org.port)".count
                pages += next.map { link in
                    String(link.dropFirst(origin).prefix { character in character != ">" })
                }
            }
            #expect(sizes == [20, 20, 5])
            let whole = try await org.call("GET", "/api/v1/apps?limit=200")
            #expect(whole.json.items?.count == 45)
            #expect(try await org.call("GET", "/api/v1/apps?limit=x").errorCode == "E0000053")
        }
    }

    @Test("they are part of the org's state, and what makes no sense is refused")
    func state() async throws {
        try await withUsers { org in
            let state = try await org.lab("GET", "state").json
            #expect(state["hookUsers"]?["apps"]?.items?.count == 45)
            #expect(try await org.lab("PUT", "state", state).status == 200)
            #expect(try await org.lab("GET", "state").json["hookUsers"] == state["hookUsers"])
            for body: LabJSON in [[], ["users": []], ["apps": [:]], ["apps": ["x"]]] {
                #expect(try await org.lab("PUT", "hook-users", body).status == 400)
            }
        }
    }
}
