/// Who is let in, and with what: the token endpoint, API tokens, access tokens.
extension OrgService {
    /// Answers a request for an access token, which needs none.
    func giveToken(_ request: LabRequest) async throws(OktaError) -> LabAnswer {
        guard request.method == "POST" else { throw .wrongMethod }
        return await tokens.answer(request, clients: try await clients(), now: await world.now)
    }

    /// Answers an API request of somebody who may make it.
    func admitAndOperate(
        _ request: LabRequest, _ match: RouteTable.Match, requestID: String
    ) async throws(OktaError) -> LabAnswer {
        switch try await admission(of: request) {
        case .failure(let refusal): return refusal.answer
        case .success(let principal):
            try checkForm(request)
            return try await operate(request, match, by: principal, requestID: requestID)
        }
    }

    private func admission(
        of request: LabRequest
    ) async throws(OktaError) -> Result<Principal, TokenRefusal> {
        let words =
            request.header("Authorization")?
            .split(separator: " ", maxSplits: 1).map(String.init) ?? []
        guard words.count == 2 else { throw .invalidToken }
        switch words[0] {
        case "SSWS":
            guard configuration.tokens.isEmpty || configuration.tokens.contains(words[1]) else {
                throw .invalidToken
            }
            return .success(Principal(token: words[1]))
        case "Bearer", "DPoP":
            let clients = try await clients()
            let now = await world.now
            let client: OAuthClient
            do throws(TokenRefusal) {
                client = try await tokens.admitted(
                    request, scheme: words[0], token: words[1],
                    scope: requiredScope(request.method, request.path),
                    clients: clients, now: now)
            } catch {
                return .failure(error)
            }
            guard client.roles.contains(where: { $0.permits(request.method) }) else {
                throw .typical(for: 403)
            }
            return .success(Principal(client: client))
        default: throw .invalidToken
        }
    }

    private func clients() async throws(OktaError) -> OAuthClients {
        try await world.read(OAuthClients.self) { $0 }
    }
}
