/// Where an inline hook calls, and how its endpoint knows who calls.
struct InlineHookChannel: Sendable, Equatable {
    var uri: String
    var headers: [HeaderField]
    var security: Security

    enum Security: Sendable, Equatable {
        /// A channel of the type `HTTP`.
        case header(AuthScheme?)
        /// A channel of the type `OAUTH`.
        case oauth(OAuthClient)
    }

    /// What asks the token server for an access token.
    struct OAuthClient: Sendable, Equatable {
        var id: String
        var tokenURL: String
        var scope: String?
        var proof: Proof
    }

    enum Proof: Sendable, Equatable {
        /// `client_secret_post`; `nil` where a PUT has cleared it.
        case secret(String?)
        /// `private_key_jwt`, with the id of a hook key.
        case key(String)
    }

    /// The hook key it refers to.
    var hookKeyID: String? {
        if case .oauth(let client) = security, case .key(let id) = client.proof { id } else { nil }
    }
}

extension InlineHookChannel {
    /// The field that has no secret though it is there for one.
    var missingSecret: String? {
        switch security {
        case .header(let scheme?) where scheme.value == nil: "channel.config.authScheme.value"
        case .oauth(let client) where client.proof == .secret(nil): "channel.config.clientSecret"
        default: nil
        }
    }

    /// The same, with the other one's secret in the place of a missing one of its kind.
    func completed(from other: InlineHookChannel) -> InlineHookChannel {
        guard missingSecret != nil else { return self }
        var completed = self
        switch (security, other.security) {
        case (.header(var scheme?), .header(let old?)):
            scheme.value = old.value
            completed.security = .header(scheme)
        case (.oauth(var client), .oauth(let old)):
            if case .secret = old.proof { client.proof = old.proof }
            completed.security = .oauth(client)
        default: break
        }
        return completed
    }
}

extension InlineHookChannel {
    /// As the API gives it: no secret, and not even a place for one.
    var representation: LabJSON { content(withSecrets: false) }

    /// As `/lab/state` and the data file have it.
    var state: LabJSON { content(withSecrets: true) }

    private func content(withSecrets: Bool) -> LabJSON {
        var config: LabJSON = [
            "uri": .string(uri), "headers": headers.representation, "method": "POST",
            "authScheme": .null,
        ]
        switch security {
        case .header(let scheme):
            if let scheme {
                config["authScheme"] = withSecrets ? scheme.state : scheme.representation
            }
            return ["type": "HTTP", "version": "1.0.0", "config": config]
        case .oauth(let client):
            config["clientId"] = .string(client.id)
            config["tokenUrl"] = .string(client.tokenURL)
            switch client.proof {
            case .secret(let secret):
                config["authType"] = "client_secret_post"
                config["scope"] = LabJSON(client.scope)
                if withSecrets { config["clientSecret"] = LabJSON(secret) }
            case .key(let id):
                config["authType"] = "private_key_jwt"
                config["scope"] = LabJSON(client.scope)
                config["hookKeyId"] = .string(id)
            }
            return ["type": "OAUTH", "version": "1.0.0", "config": config]
        }
    }
}
