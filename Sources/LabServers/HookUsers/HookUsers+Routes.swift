extension HookUsers {
    private static let servers = "/api/v1/authorizationServers"
    private static let policies = "/api/v1/policies"
    private static let apps = "/api/v1/apps"

    /// The lists alone, as Okta's public documents have them; no source at hand describes them.
    static let routes: [Route] = [
        Route("GET", servers, bucket: servers) { call async throws(OktaError) in
            try await page(call) { $0.authorizationServers.map { $0.without("policies") } }
        },
        Route("GET", "\(servers)/{id}/policies", bucket: servers) {
            call async throws(OktaError) in
            try await page(call) { users throws(OktaError) in
                try server(call, users).list("policies").map { $0.without("rules") }
            }
        },
        Route("GET", "\(servers)/{id}/policies/{policyId}/rules", bucket: servers) {
            call async throws(OktaError) in
            try await page(call) { users throws(OktaError) in
                let id = call.parameters["policyId"] ?? ""
                let policies = try server(call, users).list("policies")
                return try find(id, in: policies, "Policy").list("rules")
            }
        },
        // Okta's default here is a page of 20.
        Route("GET", apps, bucket: apps) { call async throws(OktaError) in
            try await page(call, size: 20) { $0.apps }
        },
        Route("GET", policies, bucket: policies) { call async throws(OktaError) in
            guard let type = call.request.parameters.first(where: { $0.name == "type" })?.value
            else { throw .invalid("policy", ["type: The field cannot be left blank"]) }
            return try await page(call) { users in
                users.policies.filter { $0["type"]?.text == type }.map { $0.without("rules") }
            }
        },
        Route("GET", "\(policies)/{id}/rules", bucket: policies) {
            call async throws(OktaError) in
            try await page(call) { users throws(OktaError) in
                try find(call.id, in: users.policies, "Policy").list("rules")
            }
        },
    ]

    private static func server(
        _ call: OrgCall, _ users: HookUsers
    ) throws(OktaError) -> LabJSON {
        try find(call.id, in: users.authorizationServers, "AuthorizationServer")
    }

    /// One page of a list, with a link to itself and, where there is more, to the next.
    private static func page(
        _ call: OrgCall, size: Int = 200,
        _ list: @Sendable (HookUsers) throws(OktaError) -> [LabJSON]
    ) async throws(OktaError) -> LabAnswer {
        let all = try await call.world.read(HookUsers.self, list)
        let parameters = call.request.parameters
        func number(_ name: String) throws(OktaError) -> Int? {
            guard let text = parameters.last(where: { $0.name == name })?.value else { return nil }
            guard let number = Int(text), number >= 0 else { throw .invalidField(name) }
            return number
        }
        let limit = min(try number("limit") ?? size, 200)
        guard limit > 0 else { throw .invalidField("limit") }
        let start = min(try number("after") ?? 0, all.count)
        let end = min(start + limit, all.count)
        var answer = LabAnswer.json(.array(Array(all[start..<end])))
        let address = call.request.baseURL + call.request.path
        let own = call.request.query.isEmpty ? address : "\(address)?\(call.request.query)"
        answer.headers.append(HeaderField("Link", "<\(own)>; rel=\"self\""))
        if end < all.count {
            let kept = parameters.filter { $0.name != "after" && $0.name != "limit" }
                .map { "\($0.name)=\($0.value)&" }.joined()
            answer.headers.append(
                HeaderField(
                    "Link", "<\(address)?\(kept)limit=\(limit)&after=\(end)>; rel=\"next\""))
        }
        return answer
    }
}
