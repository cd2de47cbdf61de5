/// A service app of the org's, as the Admin Console would have it.
struct OAuthClient: Sendable {
    /// What an app may do, beside its scopes.
    enum Role: String, Sendable, CaseIterable {
        case superAdmin = "SUPER_ADMIN"
        case readOnlyAdmin = "READ_ONLY_ADMIN"

        func permits(_ method: String) -> Bool { self == .superAdmin || method == "GET" }
    }

    let id: String
    let label: String
    let isActive: Bool
    /// The public halves of its keys, by their ids.
    let keys: [(id: String?, key: PublicKey, jwk: LabJSON)]
    let scopes: [String]
    let roles: [Role]
    /// Whether tokens are given only with a proof that the client holds a key.
    let requiresProof: Bool
    let tokenLifetime: Int

    var state: LabJSON {
        [
            "client_id": .string(id), "label": .string(label),
            "status": .string(isActive ? "ACTIVE" : "INACTIVE"),
            "jwks": ["keys": .array(keys.map(\.jwk))],
            "scopes": .array(scopes.map(LabJSON.string)),
            "roles": .array(roles.map { .string($0.rawValue) }),
            "dpop_bound_access_tokens": .bool(requiresProof),
            "token_lifetime": LabJSON(tokenLifetime),
        ]
    }

    /// Reads what `state` wrote, or people did: an id and a key are enough.
    init(_ state: LabJSON) throws(StateFault) {
        guard let id = state["client_id"]?.text, !id.isEmpty else {
            throw StateFault("a client has no client_id")
        }
        var keys: [(id: String?, key: PublicKey, jwk: LabJSON)] = []
        for jwk in state["jwks"]?["keys"]?.items ?? [] {
            guard let key = PublicKey(jwk) else {
                throw StateFault("a key of the client \(id) is no public JWK for RSA or EC")
            }
            guard jwk["d"] == nil else {
                throw StateFault("a key of the client \(id) is private; give the public half")
            }
            keys.append((jwk["kid"]?.text, key, jwk))
        }
        guard !keys.isEmpty else { throw StateFault("the client \(id) has no keys in jwks.keys") }
        var roles: [Role] = []
        for role in state["roles"]?.items ?? ["SUPER_ADMIN"] {
            guard let role = role.text.flatMap(Role.init) else {
                throw StateFault("no role is called \(role.compact)")
            }
            roles.append(role)
        }
        let lifetime = state["token_lifetime"]?.integer ?? 3600
        guard (0...86_400).contains(lifetime) else {
            throw StateFault("a token_lifetime is from 0 to 86400 seconds")
        }
        self.id = id
        label = state["label"]?.text ?? id
        isActive = state["status"]?.text != "INACTIVE"
        self.keys = keys
        scopes =
            state["scopes"]?.items?.compactMap(\.text) ?? [
                "okta.eventHooks.manage", "okta.eventHooks.read", "okta.inlineHooks.manage",
                "okta.inlineHooks.read", "okta.logs.read",
            ]
        self.roles = roles
        requiresProof = state["dpop_bound_access_tokens"]?.flag ?? false
        tokenLifetime = lifetime
    }
}

/// The org's service apps.
struct OAuthClients: OrgCollection {
    private(set) var all: [OAuthClient] = []

    static let stateKey = "oauthClients"
    /// They are made in the Admin Console, which the lab does not have: here by `/lab/clients`.
    static let routes: [Route] = []

    init() {}

    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        guard let items = state.items else { throw StateFault("oauthClients is not an array") }
        for item in items { put(try OAuthClient(item)) }
    }

    var state: LabJSON { .array(all.map(\.state)) }

    subscript(id: String) -> OAuthClient? { all.first { $0.id == id } }

    /// Takes a client in, in place of one with the same id.
    mutating func put(_ client: OAuthClient) {
        if let place = all.firstIndex(where: { $0.id == client.id }) {
            all[place] = client
        } else {
            all.append(client)
        }
    }
}
